package tested_test

import (
	"testing"

	"corpus.test/variants/tested"
)

func TestIdentify(t *testing.T) {
	if err := tested.Identify("u1", map[string]any{"ssn": t.Name()}); err != nil {
		t.Error(err)
	}
}
