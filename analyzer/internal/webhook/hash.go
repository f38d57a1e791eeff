package webhook

import (
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// What is known of a hash is kept beside its place.
func algorithmOf(addr string) string { return addr + "#alg" }

func keyOf(addr string) string { return addr + "#key" }

// hashConstructors lists what makes a hash, with its algorithm.
var hashConstructors = map[string]string{
	"crypto/md5.New":       "md5",
	"crypto/sha1.New":      "sha1",
	"crypto/sha256.New":    "sha256",
	"crypto/sha256.New224": "sha224",
	"crypto/sha512.New":    "sha512",
	"crypto/sha512.New384": "sha384",
}

// hashSums lists what hashes a text at once, with its algorithm.
var hashSums = map[string]string{
	"crypto/md5.Sum":       "md5",
	"crypto/sha1.Sum":      "sha1",
	"crypto/sha256.Sum256": "sha256",
	"crypto/sha512.Sum512": "sha512",
}

// newMAC models func New(h func() hash.Hash, key []byte) hash.Hash.
func newMAC(st *state, c *call) *value {
	alg := ""
	if h := c.Args[0]; h.Fn != nil {
		alg = hashConstructors[h.Fn.String()]
	}
	return newHash(st, alg, c.Args[1])
}

func newHash(st *state, alg string, key *value) *value {
	o := st.NewObject()
	st.Put(algorithmOf(o), symexec.Text(alg))
	if key != nil {
		st.Put(keyOf(o), st.Snapshot(key))
	}
	st.Put(symexec.BytesAt(o), symexec.Text(""))
	return &value{Addr: o, Name: o, Null: symexec.NotNil}
}

// digestOf is the value of a hash. Of its input it keeps only whether that
// was the signature or another proof of the sender: nobody learns the body from
// it.
func digestOf(st *state, s *sum) *value {
	v := &value{Marks: digest, Name: "digest", Note: &note{sum: s}}
	for _, p := range s.parts {
		if p.V != nil {
			v.Marks |= st.MarksOf(p.V) & (signature | otherAuth)
		}
	}
	return v
}

// digestAt is the hash of what was written to the hash at a place.
func digestAt(st *state, v *value) *value {
	s := &sum{keyed: true}
	if alg := st.Get(algorithmOf(v.Addr)); alg != nil {
		s.alg, _ = alg.AsText()
		s.key = st.Get(keyOf(v.Addr))
		s.keyed = s.key != nil
	}
	if c := st.Get(symexec.BytesAt(v.Addr)); c != nil {
		s.parts = st.Text(c)
	} else {
		s.parts = []part{{V: &value{Marks: unknown}}}
	}
	return digestOf(st, s)
}

// sumOfHash models func (hash.Hash) Sum(b []byte) []byte.
func sumOfHash(st *state, c *call) *value {
	d := digestAt(st, symexec.Writer(st, c))
	return symexec.FromParts(append(slices.Clip(st.Text(c.Args[0])), part{V: d}))
}

// isHash reports whether a method belongs to a hash.
func isHash(c *call) bool {
	if c.Fn == nil {
		return false
	}
	full := c.Fn.FullName()
	return strings.HasPrefix(full, "(hash.Hash") ||
		full == "(io.Writer).Write" && c.Recv.Dyn != nil && ssautil.HasMethodNamed(c.Recv.Dyn, "BlockSize")
}

// isKnownHash reports whether the path knows what a value hashes.
func isKnownHash(st *state, v *value) bool {
	return noteOf(v).sum != nil || st.Get(algorithmOf(v.Addr)) != nil
}

// mayImplement reports whether a type of the package may be behind the
// interface that a method is called through.
func mayImplement(st *state, c *call) bool {
	if isKnownHash(st, c.Recv) || c.Fn.Pkg() == nil {
		return false
	}
	switch c.Fn.Pkg().Path() {
	case "net/http", "hash", "io":
		return false
	}
	return true
}

// resultOf completes the result of a call of which only the whole is known.
func resultOf(whole *value, i int, t types.Type, v *value) *value {
	m := whole.Marks
	if s := noteOf(whole).sum; s != nil && (ssautil.HoldsText(t) || i == 0) && !ssautil.IsErrorType(t) && !ssautil.IsBoolType(t) {
		v = withSum(v, s)
	}
	if ssautil.IsErrorType(t) && m&(body|digest|clock|age) == 0 && m&(signature|timestamp) != 0 {
		v = v.Changed(func(c *value) {
			c.Name = malformed + "timestamp"
			if m&signature != 0 {
				c.Name = malformed + "signature"
			}
		})
	}
	if isTime(t) && v.Marks&timestamp == 0 {
		v = v.With(clock)
	}
	return v
}
