package pii

// Classify returns the class of an attribute key. It is [Categorize] without the reason.
func Classify(key string) Class {
	class, _ := Categorize(key)
	return class
}

// Categorize returns the class of an attribute key and the category of the datum it names.
//
// Keys of more than 256 bytes are read at their beginning and at their end, the stricter class wins, so that time is
// bounded whatever the key. Nothing is allocated. The first call compiles the dictionary.
func Categorize(key string) (Class, Category) {
	class, category, _ := judgeKey(key)
	return class, category
}

// Deliverable reports whether the key is a never-send authenticator that a transactional message exists to deliver: a
// one-time code, or the token, code, link or URL of a reset, an invitation, a verification or a log-in. Passwords, API
// keys, session tokens and PINs are not, nor is a digest or a seed of what is.
func Deliverable(key string) bool {
	class, category, all := judgeKey(key)
	return class == NeverSend && category == Authenticator && all
}

// judgeKey also reports whether everything never-send in the key is deliverable.
func judgeKey(key string) (Class, Category, bool) {
	if len(key) <= window {
		return judgePart(key)
	}
	head, tail := bothEnds(key)
	class, category, delivered := judgePart(head)
	class2, category2, delivered2 := judgePart(tail)
	if class2 > class {
		return class2, category2, delivered2
	}
	return class, category, delivered && (delivered2 || class2 != NeverSend)
}

// bothEnds returns the beginning and the end of a long key, cut where a word may end.
func bothEnds(key string) (head, tail string) {
	head, tail = key[:window], key[len(key)-window:]
	for head != "" && insideWord(head[len(head)-1]) {
		head = head[:len(head)-1]
	}
	for tail != "" && insideWord(tail[0]) {
		tail = tail[1:]
	}
	return head, tail
}

func insideWord(c byte) bool { return 'a' <= c && c <= 'z' || c >= 0x80 }

// judgePart reads control characters as what stands between words, and as nothing: they hide a word either way.
func judgePart(key string) (Class, Category, bool) {
	var l letters
	l.read(key)
	class, category, delivered := l.judge()
	if !l.controls || class == NeverSend {
		return class, category, delivered
	}
	l.n, l.closed = 0, true
	l.read(key)
	if class2, category2, delivered2 := l.judge(); class2 > class {
		return class2, category2, delivered2
	}
	return class, category, delivered
}

// judge reads letters as words and words as phrases.
func (l *letters) judge() (Class, Category, bool) {
	d := compiled()
	var w words
	l.split(&w, d)
	if w.n == 0 {
		return Keep, NoCategory, false
	}
	var p phrases
	p.parse(&w, d)
	if !p.hasDatum() && l.isSquashed(d) {
		w.n = 0
		w.add(d.id(l.text[:l.n]), 0)
		p.parse(&w, d)
	}
	if !p.hasDatum() && l.undisguise(d) {
		w.n = 0
		l.split(&w, d)
		p.parse(&w, d)
	}
	return p.judge()
}

// isSquashed reports whether all letters of the key together are a word: pass_word, iBAN. Of two letters or three that
// is only believed when the first stands apart as a wrongly written acronym does (sSN).
func (l *letters) isSquashed(d *dictionary) bool {
	return (l.n > 3 || l.n > 1 && l.shape[0] == lower && l.shape[1] == upper) && d.id(l.text[:l.n]) != unknown
}
