package syntax

// Only the tests declare it.
func sanitize() {}
