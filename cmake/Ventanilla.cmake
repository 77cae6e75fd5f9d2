# How this repository compiles and links: one library for each folder, named after it.
#
#   ventanilla_library(search SOURCES index.cpp query.cpp PUBLIC ventanilla::text PRIVATE ventanilla::snowball)
#   ventanilla_test(search SOURCES query_test.cpp LIBRARIES ventanilla::search)
#   ventanilla_executable(ventanilla SOURCES main.cpp LIBRARIES ventanilla::server)
#   ventanilla_wasm_module(ventanilla-canvas SOURCES module.cpp LIBRARIES ventanilla::app)
#   ventanilla_split_module(ventanilla-es ANNEX annex-es SOURCES module.cpp LIBRARIES ventanilla::app)
#
# Every folder is included from the repository's root: #include "core/search/asking/query.h".

option(VENTANILLA_SERVER "Build the server and the command" ON)
option(VENTANILLA_NATIVE "Build the canvas for native programs, and the example of one" OFF)
option(VENTANILLA_TESTS "Build the tests" OFF)
option(VENTANILLA_EXCEPTIONS "Compile core and widget with exceptions" ON)
set(VENTANILLA_SANITIZERS "" CACHE STRING "Sanitizers, as -fsanitize takes them")

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set_property(GLOBAL PROPERTY USE_FOLDERS ON)

# The same input gives the same bytes in every clone, and clones share compiled files.
add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")
find_program(VENTANILLA_CCACHE ccache)
if(VENTANILLA_CCACHE)
    set(launcher "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        "${VENTANILLA_CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

if(VENTANILLA_SANITIZERS)
    add_compile_options("-fsanitize=${VENTANILLA_SANITIZERS}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options("-fsanitize=${VENTANILLA_SANITIZERS}")
    if(VENTANILLA_SANITIZERS MATCHES "thread")
        # ThreadSanitizer does not know fences; without them Asio synchronises by what it knows. GCC warns of the standard library's.
        add_compile_options(-Wno-tsan)
        add_compile_definitions(BOOST_ASIO_DISABLE_FENCED_BLOCK)
    endif()
endif()

set(ventanilla_warnings -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 finds overlapping copies in std::string's operator+ where there are none (PR 105651).
    list(APPEND ventanilla_warnings -Wno-restrict)
    if(VENTANILLA_SANITIZERS)
        # Instrumented code confuses this warning; the other builds keep it.
        list(APPEND ventanilla_warnings -Wno-maybe-uninitialized)
    endif()
endif()

function(ventanilla_own_code target)
    target_compile_options(${target} PRIVATE ${ventanilla_warnings})
    target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}")
endfunction()

# A library without SOURCES has headers alone.
function(ventanilla_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
    set(target ventanilla_${name})
    if(arg_SOURCES)
        add_library(${target} STATIC ${arg_SOURCES})
        ventanilla_own_code(${target})
        target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
        if(NOT VENTANILLA_EXCEPTIONS)
            target_compile_options(${target} PRIVATE -fno-exceptions)
        endif()
    else()
        add_library(${target} INTERFACE)
        target_include_directories(${target} INTERFACE "${PROJECT_SOURCE_DIR}")
        target_link_libraries(${target} INTERFACE ${arg_PUBLIC} ${arg_PRIVATE})
    endif()
    add_library(ventanilla::${name} ALIAS ${target})
endfunction()

# The program is installed into bin.
function(ventanilla_executable name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
    add_executable(${name} ${arg_SOURCES})
    ventanilla_own_code(${name})
    target_link_libraries(${name} PRIVATE ${arg_LIBRARIES})
    install(TARGETS ${name} RUNTIME DESTINATION bin)
endfunction()

# One Catch2 program for each folder, run in the repository's root, so that paths like
# assets/demo/site.json are found. ctest runs it in as many PARTS as are to run side by side, not a
# process for each test case: to start one under the sanitizers takes longer than most cases do.
#
#   build/dev/tests/core/text/ventanilla_text_tests "a case"     runs one
function(ventanilla_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PARTS" "SOURCES;LIBRARIES")
    set(target ventanilla_${name}_tests)
    add_executable(${target} ${arg_SOURCES})
    ventanilla_own_code(${target})
    if(VENTANILLA_SANITIZERS)
        # What is tested is checked for undefined behaviour; to check the tests as well takes a fifth of the build.
        target_compile_options(${target} PRIVATE -fno-sanitize=undefined)
    endif()
    target_link_libraries(${target} PRIVATE ${arg_LIBRARIES} Catch2::Catch2WithMain)
    if(NOT arg_PARTS)
        set(arg_PARTS 1)
    endif()
    foreach(part RANGE 1 ${arg_PARTS})
        math(EXPR index "${part} - 1")
        add_test(NAME "cases: ${name} ${part}/${arg_PARTS}"
            COMMAND ${target} --shard-count ${arg_PARTS} --shard-index ${index}
            WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
        set_tests_properties("cases: ${name} ${part}/${arg_PARTS}" PROPERTIES COST ${arg_PARTS})
    endforeach()
endfunction()

# The target of a WebAssembly module without JavaScript of Emscripten's; functions are exported by
# __attribute__((export_name("..."))).
function(ventanilla_link_wasm target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES;OPTIONS")
    add_executable(${target} ${arg_SOURCES})
    ventanilla_own_code(${target})
    target_compile_options(${target} PRIVATE -fno-exceptions)
    target_link_libraries(${target} PRIVATE ${arg_LIBRARIES})
    target_link_options(${target} PRIVATE -flto --no-entry -sSTANDALONE_WASM -sPURE_WASI
        -sALLOW_MEMORY_GROWTH -sMALLOC=emmalloc -sINITIAL_MEMORY=512KB -sMAXIMUM_MEMORY=64MB
        -sSTACK_SIZE=128KB ${arg_OPTIONS})
    set_target_properties(${target} PROPERTIES SUFFIX .wasm)
    find_program(VENTANILLA_NODE node REQUIRED NO_CMAKE_FIND_ROOT_PATH)
endfunction()

# In one file. What Binaryen finds when it goes over it again makes it 0.9 KB smaller as brotli.
function(ventanilla_wasm_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
    set(target ${name}_wasm)
    ventanilla_link_wasm(${target} SOURCES ${arg_SOURCES} LIBRARIES ${arg_LIBRARIES}
        OPTIONS -Oz -sBINARYEN_EXTRA_PASSES=-O3,-Oz,--dealign)
    set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name})
    add_custom_command(TARGET ${target} POST_BUILD VERBATIM
        COMMAND "${VENTANILLA_NODE}" "${PROJECT_SOURCE_DIR}/tools/check_module.mjs" "$<TARGET_FILE:${target}>")
endfunction()

# In two files, the second of which is for what widget/app/annex.h leads to. Binaryen's part, with
# the same passes, is done by what splits it, as that has to mark functions first.
function(ventanilla_split_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "ANNEX" "SOURCES;LIBRARIES")
    set(target ${name}_wasm)
    ventanilla_link_wasm(${target} SOURCES ${arg_SOURCES} LIBRARIES ${arg_LIBRARIES} OPTIONS -O1 --profiling-funcs)
    set(gates "${PROJECT_SOURCE_DIR}/widget/app/annex.h")
    set(split "${PROJECT_SOURCE_DIR}/tools/split_module.mjs")
    set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name}.linked LINK_DEPENDS "${gates};${split}")
    if(NOT VENTANILLA_BINARYEN)
        execute_process(COMMAND "${EMSCRIPTEN_ROOT_PATH}/em-config" BINARYEN_ROOT
            OUTPUT_VARIABLE binaryen OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
        set(VENTANILLA_BINARYEN "${binaryen}/bin" CACHE PATH "Where wasm-split is")
    endif()
    set(first "${CMAKE_CURRENT_BINARY_DIR}/${name}.wasm")
    set(annex "${CMAKE_CURRENT_BINARY_DIR}/${arg_ANNEX}.wasm")
    add_custom_command(TARGET ${target} POST_BUILD VERBATIM BYPRODUCTS "${first}" "${annex}"
        COMMAND "${VENTANILLA_NODE}" "${split}" "${VENTANILLA_BINARYEN}" "${gates}" "$<TARGET_FILE:${target}>" "${first}" "${annex}"
        COMMAND "${VENTANILLA_NODE}" "${PROJECT_SOURCE_DIR}/tools/check_module.mjs" "${first}")
endfunction()
