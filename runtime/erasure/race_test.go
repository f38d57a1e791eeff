//go:build race

package erasure_test

// killedPeople is smaller under the race detector, which makes the child ten times as slow.
const killedPeople = 3_000
