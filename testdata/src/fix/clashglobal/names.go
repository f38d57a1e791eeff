package clashglobal

func sanitize(s string) string { return s }

type ciosanitize struct{}

var _, _ = sanitize, ciosanitize{}
