//go:build !race

package erasure_test

const killedPeople = 10_000
