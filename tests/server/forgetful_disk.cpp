#include "tests/server/forgetful_disk.h"

#include <fstream>

namespace ventanilla::test {

// Behind it in memory lies the real one.
struct ForgetfulDisk::File {
    sqlite3_file base;
    ForgetfulDisk* disk;
    std::string* path;

    static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    // Calls a method of the real one.
    template <typename Method, typename... Values>
    static auto call(sqlite3_file* file, Method method, Values... values) {
        sqlite3_file* real = of(file).real();
        return (real->pMethods->*method)(real, values...);
    }
};

ForgetfulDisk::ForgetfulDisk() : real_(sqlite3_vfs_find(nullptr)), vfs_(*real_) {
    vfs_.zName = "forgetful";
    vfs_.pNext = nullptr;
    vfs_.pAppData = this;
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
    vfs_.xOpen = open;
    vfs_.xDelete = remove;
    sqlite3_vfs_register(&vfs_, 1);
}

ForgetfulDisk::~ForgetfulDisk() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(real_, 1);
}

void ForgetfulDisk::set_full(bool is_full) {
    const std::lock_guard lock(mutex_);
    is_full_ = is_full;
}

void ForgetfulDisk::cut_power(const std::filesystem::path& folder,
                              const std::filesystem::path& copy, std::mt19937& random) {
    const std::lock_guard lock(mutex_);
    for (const auto& [path, image] : images_) {
        if (std::filesystem::path(path).parent_path() != folder) {
            continue;
        }
        std::string bytes = image.synced;
        for (const Write& write : image.since) {
            if (random() % 2 == 0) {
                apply(write, bytes);
            }
        }
        std::ofstream(copy / std::filesystem::path(path).filename(), std::ios::binary) << bytes;
    }
}

void ForgetfulDisk::apply(const Write& write, std::string& bytes) {
    if (write.truncates) {
        bytes.resize(write.offset);
        return;
    }
    bytes.resize(std::max(bytes.size(), write.offset + write.bytes.size()));
    bytes.replace(write.offset, write.bytes.size(), write.bytes);
}

ForgetfulDisk& ForgetfulDisk::disk_of(sqlite3_vfs* vfs) {
    return *static_cast<ForgetfulDisk*>(vfs->pAppData);
}

ForgetfulDisk& ForgetfulDisk::disk_of(sqlite3_file* file) {
    return *File::of(file).disk;
}

int ForgetfulDisk::open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags,
                        int* out) {
    ForgetfulDisk& disk = disk_of(vfs);
    File& opened = File::of(file);
    opened.base.pMethods = nullptr;
    const int result = disk.real_->xOpen(disk.real_, name, opened.real(), flags, out);
    if (result == SQLITE_OK) {
        opened.disk = &disk;
        opened.path = new std::string(name == nullptr ? "" : name);
        opened.base.pMethods = &methods();
    }
    return result;
}

int ForgetfulDisk::remove(sqlite3_vfs* vfs, const char* name, int sync) {
    ForgetfulDisk& disk = disk_of(vfs);
    const std::lock_guard lock(disk.mutex_);
    disk.images_.erase(name);
    return disk.real_->xDelete(disk.real_, name, sync);
}

int ForgetfulDisk::write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    ForgetfulDisk& disk = disk_of(file);
    const std::lock_guard lock(disk.mutex_);
    if (disk.is_full_) {
        return SQLITE_FULL;
    }
    disk.images_[*File::of(file).path].since.push_back(
        {static_cast<std::size_t>(offset),
         {static_cast<const char*>(bytes), static_cast<std::size_t>(size)}});
    return File::call(file, &sqlite3_io_methods::xWrite, bytes, size, offset);
}

int ForgetfulDisk::truncate(sqlite3_file* file, sqlite3_int64 size) {
    ForgetfulDisk& disk = disk_of(file);
    const std::lock_guard lock(disk.mutex_);
    disk.images_[*File::of(file).path].since.push_back({static_cast<std::size_t>(size), {}, true});
    return File::call(file, &sqlite3_io_methods::xTruncate, size);
}

int ForgetfulDisk::sync(sqlite3_file* file, int flags) {
    ForgetfulDisk& disk = disk_of(file);
    const std::lock_guard lock(disk.mutex_);
    Image& image = disk.images_[*File::of(file).path];
    for (const Write& write : image.since) {
        apply(write, image.synced);
    }
    image.since.clear();
    return File::call(file, &sqlite3_io_methods::xSync, flags);
}

const sqlite3_io_methods& ForgetfulDisk::methods() {
    using M = sqlite3_io_methods;
    static const M kMethods{
        .iVersion = 2,
        .xClose =
            [](sqlite3_file* file) {
                delete File::of(file).path;
                return File::call(file, &M::xClose);
            },
        .xRead =
            [](sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset) {
                return File::call(file, &M::xRead, bytes, size, offset);
            },
        .xWrite = write,
        .xTruncate = truncate,
        .xSync = sync,
        .xFileSize = [](sqlite3_file* file,
                        sqlite3_int64* size) { return File::call(file, &M::xFileSize, size); },
        .xLock = [](sqlite3_file* file, int kind) { return File::call(file, &M::xLock, kind); },
        .xUnlock = [](sqlite3_file* file, int kind) { return File::call(file, &M::xUnlock, kind); },
        .xCheckReservedLock = [](sqlite3_file* file,
                                 int* is) { return File::call(file, &M::xCheckReservedLock, is); },
        .xFileControl = [](sqlite3_file* file, int what,
                           void* value) { return File::call(file, &M::xFileControl, what, value); },
        .xSectorSize = [](sqlite3_file* file) { return File::call(file, &M::xSectorSize); },
        .xDeviceCharacteristics =
            [](sqlite3_file* file) { return File::call(file, &M::xDeviceCharacteristics); },
        .xShmMap =
            [](sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
                return File::call(file, &M::xShmMap, page, size, extend, memory);
            },
        .xShmLock = [](sqlite3_file* file, int offset, int count,
                       int flags) { return File::call(file, &M::xShmLock, offset, count, flags); },
        .xShmBarrier = [](sqlite3_file* file) { File::call(file, &M::xShmBarrier); },
        .xShmUnmap = [](sqlite3_file* file,
                        int removes) { return File::call(file, &M::xShmUnmap, removes); },
        .xFetch = nullptr,
        .xUnfetch = nullptr};
    return kMethods;
}

}  // namespace ventanilla::test
