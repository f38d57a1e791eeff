// Package native has C in it: what is analysed is what cgo makes of its files.
package native

// #include <stdlib.h>
// static const char *name(void) { return "Pat"; }
import "C"

import "github.com/customerio/go-customerio/v3"

func identify(c *customerio.CustomerIO, email string) error {
	name := C.GoString(C.name())
	m := map[string]any{"email": email, "name": name}
	if err := c.Identify(name, map[string]any{"ssn": name}); err != nil { // want `never-send key "ssn"`
		return err
	}
	C.free(nil)
	return c.Identify(email, m) // want `skips the sanitizer`
}
