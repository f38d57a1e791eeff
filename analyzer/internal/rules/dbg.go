package rules
import "fmt"
func (c *Check) Dump(f func(string)) {
	for _, i := range c.Flow.Instances(finder{}) {
		f(fmt.Sprintf("%s %s depth=%d arg=%d here=%v %s: %s", c.Pass.Fset.Position(i.Call.Pos()), sinkOf(i), i.Depth, i.Arg, i.Here, dataOf(i).part.Label, i.Content))
	}
	c.Flow.DumpEffects(f)
}
