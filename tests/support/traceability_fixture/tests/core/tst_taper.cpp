// Holds TAP-1 and TAP-4; TAP-88 is no rule at all.
const char* rows[] = {"E1 an example", "E1b another"};
