# Everything that is not ours, as targets named ventanilla::<name>. Sources that are compiled with
# ours lie where tools/setup put them; the rest are system packages. None of it is compiled or
# included with our warnings.

if(DEFINED ENV{XDG_CACHE_HOME} AND NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
    set(ventanilla_cache "$ENV{XDG_CACHE_HOME}/ventanilla")
else()
    set(ventanilla_cache "$ENV{HOME}/.cache/ventanilla")
endif()

# Sets ${name}_home to the folder of the pinned version.
function(ventanilla_find_source name)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tools/versions.txt")
    file(STRINGS "${PROJECT_SOURCE_DIR}/tools/versions.txt" line REGEX "^${name} ")
    string(REGEX REPLACE "^${name} +([^ ]+).*" "\\1" version "${line}")
    string(REGEX MATCH " [0-9]+$" made "${line}")
    string(REPLACE " " "_" made "${made}")
    set(home "${ventanilla_cache}/${name}-${version}${made}")
    if(NOT IS_DIRECTORY "${home}")
        message(FATAL_ERROR "${name} ${version} is not there: run tools/setup build (or test) first.")
    endif()
    set(${name}_home "${home}" PARENT_SCOPE)
    set(${name}_version "${version}" PARENT_SCOPE)
endfunction()

# A library from others' sources: compiled without warnings, included as a system header.
function(ventanilla_foreign_library name include)
    add_library(ventanilla_${name} STATIC EXCLUDE_FROM_ALL ${ARGN})
    set_target_properties(ventanilla_${name} PROPERTIES UNITY_BUILD OFF)
    add_library(ventanilla::${name} ALIAS ventanilla_${name})
    target_include_directories(ventanilla_${name} SYSTEM PUBLIC "${include}")
    target_compile_options(ventanilla_${name} PRIVATE -w "-ffile-prefix-map=${ventanilla_cache}=cache")
endfunction()

# Stemmers: #include <runtime/api.h> and <stemmers/stem_UTF_8_spanish.h>.
ventanilla_find_source(snowball)
list(TRANSFORM ventanilla_stemmers REPLACE "(.+)" "${snowball_home}/stemmers/stem_UTF_8_\\1.c" OUTPUT_VARIABLE stemmers)
ventanilla_foreign_library(snowball "${snowball_home}"
    "${snowball_home}/runtime/api.c" "${snowball_home}/runtime/utilities.c" ${stemmers})

# CommonMark: #include <md4c.h>.
ventanilla_find_source(md4c)
ventanilla_foreign_library(md4c "${md4c_home}/src" "${md4c_home}/src/md4c.c")
target_compile_definitions(ventanilla_md4c PRIVATE MD4C_USE_UTF8)

# YAML: #include <yaml.h>.
ventanilla_find_source(libyaml)
file(GLOB yaml_sources CONFIGURE_DEPENDS "${libyaml_home}/src/*.c")
ventanilla_foreign_library(yaml "${libyaml_home}/include" ${yaml_sources})
string(REPLACE "." ";" yaml_version "${libyaml_version}")
list(GET yaml_version 0 yaml_major)
list(GET yaml_version 1 yaml_minor)
list(GET yaml_version 2 yaml_patch)
target_compile_definitions(ventanilla_yaml
    PUBLIC YAML_DECLARE_STATIC
    PRIVATE "YAML_VERSION_STRING=\"${libyaml_version}\"" YAML_VERSION_MAJOR=${yaml_major}
        YAML_VERSION_MINOR=${yaml_minor} YAML_VERSION_PATCH=${yaml_patch})

# Dear ImGui: #include <imgui.h>. Its demo, debug windows and files are nobody's here.
ventanilla_find_source(imgui)
ventanilla_foreign_library(imgui "${imgui_home}"
    "${imgui_home}/imgui.cpp" "${imgui_home}/imgui_draw.cpp" "${imgui_home}/imgui_tables.cpp"
    "${imgui_home}/imgui_widgets.cpp")
if(VENTANILLA_SANITIZERS)
    target_compile_options(ventanilla_imgui PRIVATE -fno-sanitize=all)  # parses nothing from outside
endif()
target_compile_definitions(ventanilla_imgui PUBLIC IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
    IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_TTY_FUNCTIONS)

# System libraries of the server and the command.
function(ventanilla_system_library name)
    add_library(ventanilla_${name} INTERFACE)
    add_library(ventanilla::${name} ALIAS ventanilla_${name})
    target_link_libraries(ventanilla_${name} INTERFACE ${ARGN})
endfunction()

if(VENTANILLA_SERVER)
    find_package(Threads REQUIRED)
    find_package(SQLite3 REQUIRED)
    find_package(OpenSSL REQUIRED)
    find_package(ZLIB REQUIRED)
    find_package(CURL REQUIRED)
    find_package(CLI11 REQUIRED)
    find_package(date REQUIRED)
    find_package(Boost 1.81 REQUIRED)
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(postgresql REQUIRED IMPORTED_TARGET libpq)
    find_library(VENTANILLA_BROTLI_ENCODER brotlienc REQUIRED)
    find_library(VENTANILLA_BROTLI_COMMON brotlicommon REQUIRED)
    ventanilla_system_library(threads Threads::Threads)
    ventanilla_system_library(sqlite SQLite::SQLite3)
    ventanilla_system_library(postgresql PkgConfig::postgresql)
    ventanilla_system_library(openssl OpenSSL::SSL OpenSSL::Crypto)
    ventanilla_system_library(zlib ZLIB::ZLIB)
    ventanilla_system_library(curl CURL::libcurl)
    ventanilla_system_library(cli11 CLI11::CLI11)
    ventanilla_system_library(date date::date-tz)
    pkg_check_modules(magic REQUIRED IMPORTED_TARGET libmagic)
    ventanilla_system_library(magic PkgConfig::magic)
    # Its own package file asks for a web server and more.
    find_library(VENTANILLA_PROMETHEUS prometheus-cpp-core REQUIRED)
    ventanilla_system_library(prometheus "${VENTANILLA_PROMETHEUS}")
    ventanilla_system_library(boost Boost::headers Threads::Threads)
    ventanilla_system_library(brotli "${VENTANILLA_BROTLI_ENCODER}" "${VENTANILLA_BROTLI_COMMON}")
endif()

# Windows, drawing, dates and pictures of native programs with the canvas: #include <imgui_impl_glfw.h>.
if(VENTANILLA_NATIVE)
    find_package(glfw3 REQUIRED)
    find_package(OpenGL REQUIRED)
    find_package(ICU REQUIRED COMPONENTS i18n uc)
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(rsvg REQUIRED IMPORTED_TARGET librsvg-2.0)
    ventanilla_foreign_library(imgui_glfw "${imgui_home}/backends"
        "${imgui_home}/backends/imgui_impl_glfw.cpp" "${imgui_home}/backends/imgui_impl_opengl3.cpp"
        "${imgui_home}/misc/cpp/imgui_stdlib.cpp")
    target_link_libraries(ventanilla_imgui_glfw PUBLIC ventanilla_imgui glfw OpenGL::GL ${CMAKE_DL_LIBS})
    ventanilla_system_library(icu ICU::i18n ICU::uc)
    ventanilla_system_library(rsvg PkgConfig::rsvg)
endif()

if(VENTANILLA_TESTS)
    ventanilla_find_source(catch2)
    find_package(Catch2 REQUIRED CONFIG PATHS "${catch2_home}" NO_DEFAULT_PATH)

    # Snowball's own lists of words and their stems.
    ventanilla_find_source(snowball-data)

    # What our JSON is compared with: #include <nlohmann/json.hpp>, in tests alone.
    find_package(nlohmann_json REQUIRED)
    ventanilla_system_library(nlohmann_json nlohmann_json::nlohmann_json)
endif()
