// TAP-3 and TAP-6 in a comment carry nothing out: "TAP-3".
#include "core/taper.h"

// rule: TAP-2, TAP-4
int step(int dose) {
    return dose > 0 ? 1 : 0;
}

const char* prose = "as TAP-3 says: \"TAP-3\"";
const char quote = '"'; // "TAP-3"
const char* raw = R"({"rule": "TAP-3"})";
const char* found[] = {"TAP-1", "TAP-7"}; // what a finding is called

// rule: TAP-8

int far() {
    return 0;
}
// rule: TAP-6
// TAP-6 again
// rules: TAP-8
int wrong() {
    return 1;
}
// rule: TAP-7 to TAP-9
int range() {
    return 2;
}
