package relevance

import "strings"

// roots are the first elements of the standard library's import paths.
var roots = func() map[string]bool {
	roots := map[string]bool{}
	for _, r := range strings.Fields("archive bufio builtin cmd internal vendor bytes cmp compress container context crypto database debug embed encoding errors expvar flag fmt go hash html image index io iter log maps math mime net os path plugin reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique unsafe weak") {
		roots[r] = true
	}
	return roots
}()

// IsStandard reports whether an import path belongs to the standard library.
// It goes by a list, because a module outside of any host, such as "shop", has
// no dot in its first element either.
func IsStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return roots[first]
}
