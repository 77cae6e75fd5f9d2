# Writes a C++ source with a file's bytes; run as a script at build time.
#
#   cmake -DINPUT=font.ttf -DOUTPUT=font.cpp -DNAME=kRegularFont -P EmbedBytes.cmake
#
# defines `extern const unsigned char NAME[]` and `extern const unsigned long NAMESize`.
file(READ "${INPUT}" bytes HEX)
string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
string(REGEX REPLACE "(................................................................................)" "\\1\n" bytes "${bytes}")
file(WRITE "${OUTPUT}"
    "extern const unsigned char ${NAME}[];\nextern const unsigned long ${NAME}Size;\n"
    "const unsigned char ${NAME}[] = {\n${bytes}\n};\nconst unsigned long ${NAME}Size = sizeof ${NAME};\n")
