// tests/server/forgetful_disk.h
//
// A disk that has for certain what was synced, and of what was only written some by chance, in any order: what is left after the power
// went. It can also be full. It lies between SQLite and the real files as long as it lives (https://www.sqlite.org/vfs.html).
//
//   ForgetfulDisk disk;
//   ...                                      // SQLite writes
//   disk.cut_power(folder, copy, random);    // `copy` is `folder` as it is found when the power is back
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace ventanilla::test {

class ForgetfulDisk {
public:
    ForgetfulDisk();
    ~ForgetfulDisk();
    ForgetfulDisk(const ForgetfulDisk&) = delete;
    ForgetfulDisk& operator=(const ForgetfulDisk&) = delete;

    // While it is, nothing can be written.
    void set_full(bool is_full);

    void cut_power(const std::filesystem::path& folder, const std::filesystem::path& copy,
                   std::mt19937& random);

private:
    struct Write {
        std::size_t offset = 0;
        std::string bytes;
        bool truncates = false;  // to `offset`
    };
    struct Image {
        std::string synced;
        std::vector<Write> since;
    };
    struct File;

    static void apply(const Write& write, std::string& bytes);
    static ForgetfulDisk& disk_of(sqlite3_vfs* vfs);
    static ForgetfulDisk& disk_of(sqlite3_file* file);
    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out);
    static int remove(sqlite3_vfs* vfs, const char* name, int sync);
    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset);
    static int truncate(sqlite3_file* file, sqlite3_int64 size);
    static int sync(sqlite3_file* file, int flags);
    static const sqlite3_io_methods& methods();

    std::mutex mutex_;
    std::map<std::string, Image> images_;  // by path
    bool is_full_ = false;
    sqlite3_vfs* real_;
    sqlite3_vfs vfs_;
};

}  // namespace ventanilla::test
