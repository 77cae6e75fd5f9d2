# The languages whose words the product knows, each with the name of its stemmer in Snowball. core/text/languages/<tag>.cpp
# defines <tag>_language(); what else a language consists of: docs/languages.md.
set(languages en=english es=spanish pt=portuguese)

list(TRANSFORM languages REPLACE "=.*" "" OUTPUT_VARIABLE ventanilla_languages)
list(TRANSFORM languages REPLACE ".*=" "" OUTPUT_VARIABLE ventanilla_stemmers)

# Sets ${result} to a source that defines languages(): those given. A program whose own sources have one is linked with
# these languages alone; every other one has all, from ventanilla::languages.
function(ventanilla_language_table result name)
    set(declarations "")
    set(addresses "")
    foreach(tag IN LISTS ARGN)
        string(APPEND declarations "const Language& ${tag}_language();\n")
        list(APPEND addresses "&${tag}_language()")
    endforeach()
    list(JOIN addresses ", " addresses)
    set(table "${CMAKE_CURRENT_BINARY_DIR}/languages-${name}.cpp")
    configure_file("${PROJECT_SOURCE_DIR}/cmake/languages.cpp.in" "${table}" @ONLY)
    set(${result} "${table}" PARENT_SCOPE)
endfunction()
