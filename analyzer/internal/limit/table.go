package limit

// What one answer may hold. Real payloads have tens of keys, three or four
// levels deep.
var (
	Nodes   = row("nodes", 8192, "an answer is a tree that is walked as one", "unknown entries beside the known ones")
	Height  = row("height", 8, "recursive types nest without end; payloads nest three or four deep", "unknown below, with what is sensitive there")
	Merged  = row("merged", 512, "two values under one key are joined entry by entry", "unknown entries beside the first value's")
	Consts  = row("consts", 4096, "beyond this a table of texts is data", "unknown text beside the known ones")
	Concat  = row("concat", 64, "joining m and n texts gives m*n", "unknown text beside the parts")
	Refs    = row("refs", 128, "what depends on more parts of parameters is a whole program's state", "unknown entries beside the known ones")
	Filters = row("filters", 4, "a map passes one or two filters by key on its way", "unknown entries beside the known ones")
	Path    = row("path", 12, "recursive data makes paths of any length; payloads nest four or five deep", "unknown below")
)

// table has every row, in the order of the declarations.
var table []*Limit

func row(name string, n int, why, widened string) *Limit {
	l := &Limit{Name: name, Max: n, Why: why, Widened: widened, index: len(table)}
	table = append(table, l)
	if len(table) > maxLimits {
		panic("limit: a Set cannot tell so many rows apart")
	}
	return l
}
