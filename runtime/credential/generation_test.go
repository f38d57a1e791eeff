package credential

import "testing"

// Somebody may hold the pointer of a generation whose last user has just gone.
func TestAClosedGenerationCannotBeTaken(t *testing.T) {
	closed := 0
	g := newGeneration(1, nil, "client", func(string) { closed++ })
	if !g.take() {
		t.Fatal("a new generation cannot be taken")
	}
	g.release()
	g.release()
	if closed != 1 {
		t.Errorf("closed %d times", closed)
	}
	if g.take() {
		t.Error("a closed client was handed out")
	}
}
