/** What a panel tells the service worker: the path of its page, and the addresses of all that it has fetched. */
export interface ToWorker {
    page: string;
    files: string[];
}
