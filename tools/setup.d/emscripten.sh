# Emscripten in the version of emsdk.cfg. Debian 12's own is too old, so the one of Debian 13 is
# unpacked beside the C and C++ libraries that its WebAssembly tools need; the compiler is the
# system's clang 19. Debian 13 has it as an ordinary package, and an `emcc` on the PATH that is
# new enough is used as it is.

install_emscripten() {
    local version home found
    version=$(sed -n "s/^EMSCRIPTEN_VERSION = '\(.*\)'$/\1/p" emsdk.cfg)
    home="$cache/emscripten-$version"
    if [ -d "$home" ]; then
        return
    fi
    if command -v emcc >/dev/null; then
        found=$(sed -n 's/"//g;1p' "$(dirname "$(readlink -f "$(command -v emcc)")")/emscripten-version.txt" 2>/dev/null) || true
        if [ -n "$found" ] && version_at_least "$found" "$version"; then
            return
        fi
    fi
    if [ "$codename" != bookworm ]; then
        fail "Emscripten $version or newer is needed and ${found:-none} was found: put a newer emcc on the PATH and run this again."
    fi
    unpack_emscripten "$version" "$home"
}

unpack_emscripten() {
    local version=$1 home=$2 work
    say "preparing Emscripten $version (a download of 250 MB)"
    prepare_private_apt
    work=$(mktemp -d "$cache/.unfinished-emscripten.XXXXXX")
    logged "Emscripten could not be downloaded: check the network, then run this again." \
        in_folder "$work" private_apt download \
        emscripten/trixie binaryen/trixie libc6/trixie libstdc++6/trixie libgcc-s1/trixie
    ls "$work/emscripten_$version"+* >/dev/null 2>&1 ||
        fail "Debian 13 no longer has Emscripten $version: change the version in emsdk.cfg."
    logged "Emscripten could not be unpacked: is there 1 GB of space in $cache?" \
        unpack_packages "$work" "$work/result"
    logged "Emscripten's programs could not be given their libraries: read the log's end." \
        use_unpacked_libraries "$work/result" "$home"
    # Emscripten's own optimiser for JavaScript parses with acorn.
    logged "acorn could not be added to Emscripten: is the disk full?" \
        cp -rT node_modules/acorn "$work/result/usr/share/emscripten/node_modules/acorn"
    logged "$home could not be written: is the disk full?" mv -T "$work/result" "$home"
    rm -rf "$work"
}

# Leaves out what this project never links or reads: position-independent code, tests, documents.
unpack_packages() {
    local folder=$1 result=$2 package
    mkdir -p "$result"
    for package in "$folder"/*.deb; do
        dpkg-deb --fsys-tarfile "$package" | tar -x -C "$result" \
            --exclude='./usr/share/emscripten/test' --exclude='./usr/share/doc' \
            --exclude='*/lib/wasm32-emscripten/pic' --exclude='*/lib/wasm32-emscripten/lto-pic' \
            --exclude='./usr/share/locale' --exclude='./usr/lib/x86_64-linux-gnu/gconv' || return
    done
    mkdir -p "$result/usr/share/emscripten/node_modules" &&
        mv "$result/usr/share/emscripten/cache" "$result/cache"
}

use_unpacked_libraries() {
    local result=$1 home=$2 loader program
    loader=$(cd "$result" && ls usr/lib/*/ld-linux*) || return
    for program in "$result"/usr/bin/wasm*; do
        # The interpreter's path cannot be relative: it is the one after the folder is renamed.
        patchelf --set-interpreter "$home/$loader" \
            --set-rpath "\$ORIGIN/../../$(dirname "$loader")" "$program" || return
    done
}
