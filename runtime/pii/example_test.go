package pii_test

import (
	"fmt"

	"github.com/ciolint/ciolint/runtime/pii"
)

func ExampleClassify() {
	for _, key := range []string{"memberSSN", "billing.card.number", "Home Phone 2", "phone_verified", "secretary"} {
		fmt.Println(key, "=", pii.Classify(key))
	}
	// Output:
	// memberSSN = never-send
	// billing.card.number = never-send
	// Home Phone 2 = hash
	// phone_verified = keep
	// secretary = keep
}

func ExampleCategorize() {
	class, why := pii.Categorize("codice_fiscale_cliente")
	fmt.Printf("%v: %v\n", class, why)
	// Output: never-send: government identifier
}

func ExampleDeliverable() {
	fmt.Println(pii.Deliverable("password_reset_token"), pii.Deliverable("password"))
	// Output: true false
}

func ExampleDetect() {
	s := "please charge 4111 1111 1111 1111 from now on"
	for _, m := range pii.Detect(s) {
		fmt.Println(m.Kind, "at", m.Start, "to", m.End)
	}
	// Output: card number at 14 to 33
}

// Digits, dashes and spaces of all scripts count, and positions are those of the text as it is.
func ExampleDetect_folded() {
	s := "carte ４１１１\u20111111\u20111111\u20111111, merci"
	for _, m := range pii.Detect(s) {
		fmt.Println(m.Kind, s[m.Start:m.End])
	}
	// Output: card number ４１１１‑1111‑1111‑1111
}

func ExampleDetectKeyed() {
	fmt.Println(len(pii.DetectKeyed("note", "202 555 0100")), len(pii.DetectKeyed("phone_verified", "202 555 0100")))
	// Output: 0 1
}
