// Mode: always.

// Package static uses the runtime's credential for tests.
package static

import (
	"os"

	"credential/static/fixed"

	"github.com/ciolint/ciolint/runtime/credential"
	cred "github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
)

func literal() credential.Source {
	return credential.Static("00112233445566778899") // want `^credential.Static keeps a key in the program and is for tests only; use credential.Env, credential.File or a secret manager$`
}

func whateverIsGiven(key string) []credential.Source {
	return []credential.Source{
		cred.Static(key),                        // want `credential.Static keeps a key`
		credential.Static(os.Getenv("THE_KEY")), // want `credential.Static keeps a key`
		credential.Env("THE_KEY"),
		credential.File("/run/secrets/key"),
	}
}

func asAValue() func(string) credential.Source {
	return credential.Static // want `credential.Static keeps a key`
}

var eraser, _ = erasure.New(credential.RegionEU,
	credential.Env("CUSTOMERIO_SITE_ID"),
	credential.Static("00112233445566778899"), // want `credential.Static keeps a key`
)

var eraserWell, _ = erasure.New(credential.RegionEU, credential.Env("CUSTOMERIO_SITE_ID"), credential.File("/run/secrets/key"))

func anotherPackage() string { return fixed.Static("00112233445566778899") }

type page struct{}

// Static serves files.
func (page) Static(dir string) string { return dir }

func method() string { return page{}.Static("assets") }
