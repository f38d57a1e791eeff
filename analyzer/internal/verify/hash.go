package verify

func hashOf(alg string) model {
	return func(x *run, st *state, _ *call) *value { return x.newHash(st, textOf(alg), nil) }
}

func sumOf(alg string) model {
	return func(_ *run, st *state, c *call) *value {
		return digestOf(st, &sum{alg: alg, parts: st.text(c.args[0])})
	}
}

// algOf is the name of the hash that a constructor makes.
func algOf(h *value) *value {
	if h.fn == nil {
		return textOf("")
	}
	switch h.fn.String() {
	case "crypto/sha256.New":
		return textOf("sha256")
	case "crypto/md5.New":
		return textOf("md5")
	case "crypto/sha1.New":
		return textOf("sha1")
	case "crypto/sha512.New":
		return textOf("sha512")
	case "crypto/sha512.New384":
		return textOf("sha384")
	}
	return textOf("")
}

func (x *run) newHash(st *state, alg, key *value) *value {
	o := x.newObject()
	st.mem[o+"#alg"] = alg
	if key != nil {
		st.mem[o+"#key"] = x.now(st, key)
	}
	st.mem[content(o)] = textOf("")
	return &value{addr: o, name: o, null: notNil}
}

// digestOf is the value of a hash. Of its input it keeps only whether that
// was the signature: nobody learns the body from it.
func digestOf(st *state, s *sum) *value {
	v := &value{marks: digest, sum: s, name: "digest"}
	for _, p := range s.parts {
		if p.v != nil {
			v.marks |= st.marksOf(p.v) & signature
		}
	}
	return v
}

// sumAt is the hash of what was written to the hash at a place.
func (x *run) sumAt(st *state, v *value) *value {
	s := &sum{keyed: true}
	if alg := st.mem[v.addr+"#alg"]; alg != nil {
		s.alg, _ = alg.string()
		s.key = st.mem[v.addr+"#key"]
		s.keyed = s.key != nil
	}
	if c := st.mem[content(v.addr)]; c != nil {
		s.parts = st.text(c)
	} else {
		s.parts = []part{{v: &value{marks: unknown}}}
	}
	return digestOf(st, s)
}
