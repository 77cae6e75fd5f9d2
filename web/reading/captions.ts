// A video's captions are fetched and shown when it is first played: a browser that has to show them from the start fetches them
// at the start. Who then puts them away has them away.
const begun = new WeakSet<HTMLVideoElement>();

export function showCaptions(video: HTMLVideoElement): void {
    if (begun.has(video)) {
        return;
    }
    begun.add(video);
    for (const track of video.textTracks) {
        track.mode = "showing";
    }
}
