const char* shown = "TAP-3"; // a screen shows a rule, it carries none out
