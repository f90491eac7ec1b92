# Shows that traceability.cmake can fail: on the fixture it must refuse each line below, and nothing else.
# cmake -P tests/traceability_refuses.cmake
set(expected
    "src/core/taper.cpp: nothing is declared below \"// rule:\" of TAP-6"
    "src/core/taper.cpp: nothing is declared below \"// rule:\" of TAP-8"
    "src/core/taper.cpp: \"// rules: TAP-8\" is no line of the form // rule: TAP-1, TAP-2"
    "src/core/taper.cpp: \"// rule: TAP-7 to TAP-9\" is no line of the form // rule: TAP-1, TAP-2"
    "TAP-2 is in code but in no test"
    "TAP-3 has no code, no data and no reason why"
    "TAP-4 has code or data, so its reason in resources/rules/reasons.json is out of date"
    "TAP-4 is in code but has no text in resources/rules/rules.json"
    "TAP-5 is in data but in no test"
    "TAP-5 has numbers that no code is marked to use"
    "TAP-7 is in code but in no test"
    "TAP-8 has no code, no data and no reason why"
    "TAP-9 is no rule of the specification"
    "TAP-77 is no rule of the specification"
    "TAP-88 is no rule of the specification"
    "E2 is a worked example without a test row"
    "HAZ-2 names src/core/gone.h, which is not there"
    "HAZ-2 names TAP-99, which is no rule of the specification"
    "HAZ-2 names tst_taper:gone, which is no test"
    "HAZ-2 names tst_taper:planted, which is no test"
    "HAZ-2 names tst_taper:helper, which is no test"
    "HAZ-2 names tst_gone:rows, which is no test"
    "HAZ-3 has no control"
    "HAZ-3 has no place in the program"
    "HAZ-3 has no test"
    "HAZ-4 has no test"
    "Wrong dose is no hazard of resources/rules/hazards.json")
list(LENGTH expected refusals)

execute_process(
    COMMAND ${CMAKE_COMMAND} -DLENTO_ROOT=${CMAKE_CURRENT_LIST_DIR}/support/traceability_fixture
        -P ${CMAKE_CURRENT_LIST_DIR}/traceability.cmake
    RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE out)
# cmake folds long messages over several lines.
string(REGEX REPLACE "[ \n]+" " " out "${out}")
if(result EQUAL 0)
    message(FATAL_ERROR "traceability passed a tree full of loose ends")
endif()
foreach(line IN LISTS expected)
    string(FIND "${out}" "traceability: ${line}" at)
    if(at EQUAL -1)
        message(FATAL_ERROR "traceability did not refuse: ${line}\n${out}")
    endif()
endforeach()
string(FIND "${out}" "traceability: ${refusals} of" at)
if(at EQUAL -1)
    message(FATAL_ERROR "traceability should refuse exactly ${refusals} things\n${out}")
endif()
message(STATUS "traceability refuses all ${refusals} loose ends of the fixture")
