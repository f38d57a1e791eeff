package imports

// none has a comment above.
func none(v string) error { return send(map[string]any{"city": v}) } // want `skips`
