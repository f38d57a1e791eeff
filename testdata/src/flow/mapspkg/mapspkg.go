// Mode: never.

// Package mapspkg moves keys with the standard library's maps package.
package mapspkg

import (
	"maps"
	"slices"

	customerio "github.com/customerio/go-customerio/v3"
)

func cloneKeepsTheKey(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", maps.Clone(m))
}

func cloneOfAHarmlessMap(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": v}
	c.Identify("u1", maps.Clone(m))
}

func originalDirtiedAfterTheClone(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	safe := maps.Clone(m)
	m["ssn"] = v
	c.Identify("u1", safe)
	return m
}

func cloneDirtied(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	safe := maps.Clone(m)
	safe["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", safe)
}

func cloneSharesTheInnerMaps(c *customerio.CustomerIO, v string) {
	inner := map[string]any{"city": "Berlin"}
	m := map[string]any{"profile": inner}
	safe := maps.Clone(m)
	inner["iban"] = v // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", safe)
}

func copyAddsTheKey(c *customerio.CustomerIO, v string) {
	dst := map[string]any{"plan": "pro"}
	maps.Copy(dst, map[string]any{"cvv": v}) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", dst)
}

func copyAddsHarmlessKeys(c *customerio.CustomerIO, v string) {
	dst := map[string]any{"plan": "pro"}
	maps.Copy(dst, map[string]any{"city": v})
	c.Identify("u1", dst)
}

func copyGoesTheOtherWay(c *customerio.CustomerIO, v string) map[string]any {
	src := map[string]any{"plan": "pro"}
	dst := map[string]any{"cvv": v}
	maps.Copy(dst, src)
	c.Identify("u1", src)
	return dst
}

func copyAfterTheSend(c *customerio.CustomerIO, v string) map[string]any {
	dst := map[string]any{"plan": "pro"}
	c.Identify("u1", dst)
	maps.Copy(dst, map[string]any{"cvv": v})
	return dst
}

func collectedFromAll(c *customerio.CustomerIO, v string) {
	m := map[string]any{"tax_id": v} // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", maps.Collect(maps.All(m)))
}

func harmlessCollectedFromAll(c *customerio.CustomerIO, v string) {
	m := map[string]any{"city": v}
	c.Identify("u1", maps.Collect(maps.All(m)))
}

func insertedFromAll(c *customerio.CustomerIO, v string) {
	dst := map[string]any{}
	maps.Insert(dst, maps.All(map[string]any{"otp": v})) // want `never-send key "otp" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", dst)
}

func harmlessInsertedFromAll(c *customerio.CustomerIO, v string) {
	dst := map[string]any{}
	maps.Insert(dst, maps.All(map[string]any{"tier": v}))
	c.Identify("u1", dst)
}

func keysCarryOnlyNames(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	c.Identify("u1", map[string]any{"filled_in": slices.Sorted(maps.Keys(m))})
}

func deleteFuncTakesTheKeyAway(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	maps.DeleteFunc(m, func(k string, _ any) bool { return k == "ssn" })
	c.Identify("u1", m)
}

func deleteFuncTakesAnotherKeyAway(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v, "plan": "pro"} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	maps.DeleteFunc(m, func(k string, _ any) bool { return k == "plan" })
	c.Identify("u1", m)
}

func equalCarriesNothing(c *customerio.CustomerIO, a, b map[string]string, v string) {
	a["ssn"] = v
	c.Identify("u1", map[string]any{"unchanged": maps.Equal(a, b)})
}

func clonedSliceOfMaps(c *customerio.CustomerIO, v string) {
	list := []map[string]any{{"jwt": v}} // want `never-send key "jwt" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", map[string]any{"rows": slices.Clone(list)})
}

func harmlessClonedSliceOfMaps(c *customerio.CustomerIO, v string) {
	list := []map[string]any{{"sku": v}}
	c.Identify("u1", map[string]any{"rows": slices.Clone(list)})
}

func concatenatedSlices(c *customerio.CustomerIO, v string) {
	a := []map[string]any{{"sku": "a"}}
	b := []map[string]any{{"mrn": v}} // want `never-send key "mrn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", map[string]any{"rows": slices.Concat(a, b)})
}

func harmlessConcatenatedSlices(c *customerio.CustomerIO, v string) {
	a := []map[string]any{{"sku": "a"}}
	b := []map[string]any{{"sku": v}}
	c.Identify("u1", map[string]any{"rows": slices.Concat(a, b)})
}
