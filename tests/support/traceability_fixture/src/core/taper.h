// The steps of a taper (TAP-3); TAP-77 is no rule at all, and XTAP-5 and TAP-6xy are other words.
