# Third-party sources that are compiled with ours, from Debian's source packages (see
# tools/versions.txt), and the JSON headers in a folder of their own.

# install_source NAME [BUILD]: unpacks the source package; BUILD is called as
# `BUILD SOURCE RESULT`, without it the source itself is the result.
install_source() {
    local name=$1 build=${2:-mv} version release made
    read -r version release made < <(awk -v name="$name" '$1 == name { print $2, $3, $4 }' tools/versions.txt)
    lay_out "$name" "$version${made:+_$made}" unpack_source "$name" "$version" "$release" "$build"
}

# lay_out NAME VERSION COMMAND ...: makes the folder NAME-VERSION of the cache, unless it is there, by
# `COMMAND ... WORK`, which leaves it as WORK/result. It is there whole or not at all.
lay_out() {
    local name=$1 home="$cache/$1-$2" work
    if [ -d "$home" ]; then
        return
    fi
    say "preparing $name $2"
    prepare_private_apt
    work=$(mktemp -d "$cache/.unfinished-$name.XXXXXX")
    "${@:3}" "$work"
    logged "$home could not be written: is the disk full?" mv -T "$work/result" "$home"
    rm -rf "$work"
}

unpack_source() {
    local name=$1 version=$2 release=$3 build=$4 work=$5
    mkdir "$work/source"
    logged "The source of $name could not be downloaded: check the network, then run this again." \
        in_folder "$work" private_apt source --download-only --tar-only "$name/$release"
    ls "$work/${name}_$version.orig.tar."* >/dev/null 2>&1 ||
        fail "Debian's $release no longer has $name $version: change the version in tools/versions.txt."
    logged "The source of $name could not be unpacked: is the disk full?" \
        tar -xf "$work/${name}_$version.orig.tar."* -C "$work/source" --strip-components=1
    logged "$name could not be built: read the log's end." "$build" "$work/source" "$work/result"
}

in_folder() (
    cd "$1" && shift && "$@"
)

# Snowball's compiler turns each language's algorithm into one C file.
build_snowball() {
    local source=$1 result=$2 algorithm language
    make -C "$source" -j2 snowball && mkdir -p "$result/stemmers" &&
        cp -r "$source/runtime" "$source/COPYING" "$result/" || return
    for algorithm in "$source"/algorithms/*.sbl; do
        language=$(basename "$algorithm" .sbl)
        "$source/snowball" "$algorithm" -utf8 -o "$result/stemmers/stem_UTF_8_$language" \
            -eprefix "${language}_UTF_8_" -r ../runtime || return
    done
}

# Snowball's lists of words and their stems: a package, not a source.
install_vocabularies() {
    local version
    version=$(awk '$1 == "snowball-data" { print $2 }' tools/versions.txt)
    lay_out snowball-data "$version" download_vocabularies "$version"
}

download_vocabularies() {
    local version=$1 work=$2
    logged "Snowball's vocabularies could not be downloaded: check the network, then run this again." \
        in_folder "$work" private_apt download snowball-data
    ls "$work/snowball-data_$version"-* >/dev/null 2>&1 ||
        fail "Debian no longer has snowball-data $version: change the version in tools/versions.txt."
    logged "Snowball's vocabularies could not be unpacked: is the disk full?" \
        unpack_vocabularies "$work" "$work/result"
}

# Without those that are compressed: two, and larger than all the others.
unpack_vocabularies() {
    mkdir "$2" && dpkg-deb --fsys-tarfile "$1"/*.deb |
        tar -x -C "$2" --strip-components=5 --exclude='*.gz' ./usr/share/snowball/data
}

build_catch2() {
    cmake -S "$1" -B "$1/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_STANDARD=23 \
        -DCATCH_INSTALL_DOCS=OFF -DCMAKE_INSTALL_PREFIX="$2" -DCMAKE_INSTALL_LIBDIR=lib &&
        cmake --build "$1/build" -j2 && cmake --install "$1/build"
}
