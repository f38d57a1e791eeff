// Mode: unless-clean.

// Package removedkeys takes entries out of a copy, under keys that callers choose.
package removedkeys

import (
	"maps"

	"flow/removedkeys/maputil"

	customerio "github.com/customerio/go-customerio/v3"
)

func omit(m map[string]any, keys ...string) map[string]any {
	out := maps.Clone(m)
	for _, k := range keys {
		delete(out, k)
	}
	return out
}

func omitOne(m map[string]any, key string) map[string]any {
	out := maps.Clone(m)
	delete(out, key)
	return out
}

func generic[M ~map[K]V, K comparable, V any](m M, keys ...K) M {
	out := maps.Clone(m)
	for _, k := range keys {
		delete(out, k)
	}
	return out
}

// some takes out only those that it comes across.
func some(m map[string]any, on bool, keys ...string) map[string]any {
	out := maps.Clone(m)
	for _, k := range keys {
		if on {
			delete(out, k)
		}
	}
	return out
}

func through(m map[string]any, keys ...string) map[string]any { return omit(m, keys...) }

func removed(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": v, "ssn": v}
	c.Identify("1", omit(m, "ssn"))
	c.Identify("1", omit(m, "iban", "ssn"))
	c.Identify("1", omitOne(m, "ssn"))
	c.Identify("1", generic(m, "ssn"))
	c.Identify("1", through(m, "ssn"))
	c.Identify("1", maputil.Omit(m, "ssn"))
	c.Identify("1", maputil.Generic(m, "ssn"))
	c.Identify("1", maputil.OmitOne(m, "ssn"))
}

func left(c *customerio.CustomerIO, v string, key string) {
	c.Identify("1", omit(map[string]any{"plan": v, "ssn": v}, "iban"))            // want `never-send key "ssn"`
	c.Identify("1", omit(map[string]any{"plan": v, "ssn": v}, key))               // want `never-send key "ssn"`
	c.Identify("1", omitOne(map[string]any{"plan": v, "ssn": v}, "plan"))         // want `never-send key "ssn"`
	c.Identify("1", generic(map[string]any{"plan": v, "ssn": v}, "plan"))         // want `never-send key "ssn"`
	c.Identify("1", through(map[string]any{"plan": v, "ssn": v}, key, "ssn"))     // want `never-send key "ssn"`
	c.Identify("1", some(map[string]any{"plan": v, "ssn": v}, v == "", "ssn"))    // want `never-send key "ssn"`
	c.Identify("1", maputil.Omit(map[string]any{"plan": v, "ssn": v}))            // want `never-send key "ssn"`
	c.Identify("1", maputil.Generic(map[string]any{"plan": v, "ssn": v}, "plan")) // want `never-send key "ssn"`
	c.Identify("1", maputil.OmitOne(map[string]any{"plan": v, "ssn": v}, key))    // want `never-send key "ssn"`
}
