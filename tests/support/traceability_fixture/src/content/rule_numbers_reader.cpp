const char* read = "TAP-5"; // reading a number is not using it
