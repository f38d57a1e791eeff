// Mode: never.

// Package rangecopy copies maps key by key, with and without a filter.
package rangecopy

import (
	"slices"

	customerio "github.com/customerio/go-customerio/v3"
)

func copiesEverything(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	dst := map[string]any{}
	for k, x := range src {
		dst[k] = x
	}
	c.Identify("u1", dst)
}

func copiesAHarmlessMap(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "city": v}
	dst := map[string]any{}
	for k, x := range src {
		dst[k] = x
	}
	c.Identify("u1", dst)
}

func copiesAfterTheSend(c *customerio.CustomerIO, v string) map[string]any {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	c.Identify("u1", dst)
	for k, x := range src {
		dst[k] = x
	}
	return dst
}

func skipsTheKey(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	for k, x := range src {
		if k == "ssn" {
			continue
		}
		dst[k] = x
	}
	c.Identify("u1", dst)
}

func skipsOneKeyOfTwo(c *customerio.CustomerIO, v string) {
	src := map[string]any{
		"ssn":      v,
		"password": v, // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
	}
	dst := map[string]any{}
	for k, x := range src {
		if k == "ssn" {
			continue
		}
		dst[k] = x
	}
	c.Identify("u1", dst)
}

func skipsBothKeys(c *customerio.CustomerIO, v string) {
	src := map[string]any{"ssn": v, "password": v, "plan": "pro"}
	dst := map[string]any{}
	for k, x := range src {
		if k == "ssn" || k == "password" {
			continue
		}
		dst[k] = x
	}
	c.Identify("u1", dst)
}

func copiesAllButTheKey(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	for k, x := range src {
		if k != "ssn" {
			dst[k] = x
		}
	}
	c.Identify("u1", dst)
}

func filterTheWrongWayRound(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	dst := map[string]any{}
	for k, x := range src {
		if k == "ssn" {
			dst[k] = x
		}
	}
	c.Identify("u1", dst)
}

func filterOnlyCounts(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	dst := map[string]any{}
	skipped := 0
	for k, x := range src {
		if k == "ssn" {
			skipped++
		}
		dst[k] = x
	}
	dst["skipped"] = skipped
	c.Identify("u1", dst)
}

var allowed = map[string]bool{"plan": true, "city": true}

func allowListOfHarmlessKeys(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	for k, x := range src {
		if allowed[k] {
			dst[k] = x
		}
	}
	c.Identify("u1", dst)
}

func allowListHasTheKey(c *customerio.CustomerIO, v string) {
	allow := map[string]bool{"plan": true, "ssn": true}
	src := map[string]any{"plan": "pro", "ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	dst := map[string]any{}
	for k, x := range src {
		if allow[k] {
			dst[k] = x
		}
	}
	c.Identify("u1", dst)
}

var denied = map[string]struct{}{"ssn": {}, "password": {}}

func denyListHasTheKey(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	for k, x := range src {
		if _, bad := denied[k]; bad {
			continue
		}
		dst[k] = x
	}
	c.Identify("u1", dst)
}

func denyListLacksTheKey(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "iban": v} // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	dst := map[string]any{}
	for k, x := range src {
		if _, bad := denied[k]; bad {
			continue
		}
		dst[k] = x
	}
	c.Identify("u1", dst)
}

func switchSkipsTheKey(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	for k, x := range src {
		switch k {
		case "ssn", "password":
			continue
		default:
			dst[k] = x
		}
	}
	c.Identify("u1", dst)
}

func switchCopiesHarmlessKeysOnly(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	for k, x := range src {
		switch k {
		case "plan", "city":
			dst[k] = x
		}
	}
	c.Identify("u1", dst)
}

func switchCopiesTheKey(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	dst := map[string]any{}
	for k, x := range src {
		switch k {
		case "plan", "ssn":
			dst[k] = x
		}
	}
	c.Identify("u1", dst)
}

func breakInASwitchDoesNotSkip(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	dst := map[string]any{}
	for k, x := range src {
		switch k {
		case "ssn":
			break
		}
		dst[k] = x
	}
	c.Identify("u1", dst)
}

var public = []string{"plan", "city"}

func allowedByASlice(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	for k, x := range src {
		if slices.Contains(public, k) {
			dst[k] = x
		}
	}
	c.Identify("u1", dst)
}

func pickedByASlice(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	for _, k := range public {
		dst[k] = src[k]
	}
	c.Identify("u1", dst)
}

func deletesWhileRanging(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro", "ssn": v}
	for k := range m {
		if k == "ssn" {
			delete(m, k)
		}
	}
	c.Identify("u1", m)
}

func deletesAnotherWhileRanging(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro", "ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	for k := range m {
		if k == "SSN" {
			delete(m, k)
		}
	}
	c.Identify("u1", m)
}

func copiesKeysWithoutValues(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	var filled []string
	for k := range src {
		filled = append(filled, k)
	}
	c.Identify("u1", map[string]any{"filled_in": filled})
}

func pickedUnderAnotherName(c *customerio.CustomerIO, src map[string]any) {
	dst := map[string]any{"plan": src["plan"]}
	dst["note"] = src["ssn"] // want `never-send value ssn reaches \(\*customerio.CustomerIO\).Identify under "note"`
	c.Identify("u1", dst)
}

func pickedHarmlesslyUnderAnotherName(c *customerio.CustomerIO, src map[string]any) {
	dst := map[string]any{"plan": src["plan"]}
	dst["note"] = src["city"]
	c.Identify("u1", dst)
}

func isPrivate(k string) bool {
	return k == "ssn" || k == "password"
}

func filterInAHelper(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	for k, x := range src {
		if isPrivate(k) {
			continue
		}
		dst[k] = x
	}
	c.Identify("u1", dst)
}

func overwrittenAfterTheCopy(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	for k, x := range src {
		dst[k] = x
	}
	dst["ssn"] = ""
	c.Identify("u1", dst)
}

func deletedAfterTheCopy(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	dst := map[string]any{}
	for k, x := range src {
		dst[k] = x
	}
	delete(dst, "ssn")
	c.Identify("u1", dst)
}

func deletedFromTheSourceAfterTheCopy(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	dst := map[string]any{}
	for k, x := range src {
		dst[k] = x
	}
	delete(src, "ssn")
	c.Identify("u1", dst)
}

func deletedFromTheSourceBeforeTheCopy(c *customerio.CustomerIO, v string) {
	src := map[string]any{"plan": "pro", "ssn": v}
	delete(src, "ssn")
	dst := map[string]any{}
	for k, x := range src {
		dst[k] = x
	}
	c.Identify("u1", dst)
}
