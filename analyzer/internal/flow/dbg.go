package flow

import (
	"bytes"
	"fmt"
	"golang.org/x/tools/go/ssa"
	"os"
	"strings"
)

func (a *Analysis) DumpEffects(f func(string)) {
	want := os.Getenv("FN")
	if want == "" {
		return
	}
	for _, fn := range a.funcs {
		if !strings.Contains(fn.String(), want) {
			continue
		}
		var sb bytes.Buffer
		ssa.WriteFunction(&sb, fn)
		f(sb.String())
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if v, ok := in.(ssa.Value); ok {
					switch v.(type) {
					case *ssa.Alloc, *ssa.MakeMap, *ssa.Call:
						for _, e := range a.effects(v) {
							f(fmt.Sprintf("%s: %v in=%v strong=%v inside=%v later=%v", v.Name(), e.path, e.in, e.strong, e.inside, e.later))
						}
					}
				}
			}
		}
		for _, v := range fn.Params {
			for _, e := range a.effects(v) {
				f(fmt.Sprintf("%s: %v in=%v strong=%v inside=%v later=%v", v.Name(), e.path, e.in, e.strong, e.inside, e.later))
			}
		}
	}
}
