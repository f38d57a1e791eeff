// Mode: unless-clean.

// Package fx is a container of constructors, which calls them by reflection.
package fx

import "reflect"

type Container struct {
	have map[reflect.Type]reflect.Value
}

// Provide takes constructors as they are.
func (c *Container) Provide(constructors ...any) {
	for _, f := range constructors {
		v := reflect.ValueOf(f)
		var in []reflect.Value
		for i := range v.Type().NumIn() {
			in = append(in, c.have[v.Type().In(i)])
		}
		for _, out := range v.Call(in) {
			c.have[out.Type()] = out
		}
	}
}
