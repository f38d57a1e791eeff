package sanitize_test

import (
	"context"
	"fmt"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func ExampleAttributes() {
	attributes := map[string]any{
		"email":      "pat@example.com",
		"first_name": "Pat",
		"phone":      "+1-555-0123",
		"ssn":        "900-00-0000",
		"plan":       "pro",
	}
	fmt.Println(sanitize.Attributes(attributes))
	// Output: map[email:pat@example.com first_name:Pat phone_hash:100978d4e704e8c8 plan:pro]
}

// JSON in a text is cleaned, whether it is complete or not.
func ExampleAttributes_text() {
	clean := sanitize.Attributes(map[string]any{
		"last_error": `user {"plan":"pro","ssn":"900-00-0000"} sent {"plan":"pro","phone":"+1-555-01`,
	})
	fmt.Println(clean["last_error"])
	// Output: user {"plan":"pro"} sent {"plan":"pro","phone":"[redacted]
}

func ExampleMessageData() {
	data := map[string]any{
		"first_name": "Pat",
		"reset_link": "https://example.com/reset/1b2c3d",
		"password":   "correct horse",
		"ip_address": "192.0.2.17",
	}
	fmt.Println(sanitize.MessageData(data))
	// Output: map[first_name:Pat ip_address_hash:72e803e5a0b9ec86 reset_link:https://example.com/reset/1b2c3d]
}

func ExampleJSON() {
	clean, err := sanitize.JSON([]byte(`{"plan": "pro", "total": 12.50, "billing": {"cvv": 123, "phone": 15550123}}`))
	fmt.Println(string(clean), err)

	_, err = sanitize.JSON([]byte(`{"phone": +1}`))
	fmt.Println(err)
	// Output:
	// {"billing":{"phone_hash":"143e5e422a4f2ed4"},"plan":"pro","total":12.50} <nil>
	// sanitize: invalid JSON at byte 11
}

func ExampleValue() {
	type profile struct {
		Email string `json:"email"`
		Phone string `json:"phone"`
		SSN   string `json:"ssn"`
	}
	attributes, ok := sanitize.Value(profile{"pat@example.com", "+1-555-0123", "900-00-0000"}).(map[string]any)
	fmt.Println(attributes, ok)
	// Output: map[email:pat@example.com phone_hash:100978d4e704e8c8] true
}

// A service makes its sanitizer when it starts. Helpers in other packages, and the calls that the linter's fixes write,
// go by the package's functions and have its options.
func ExampleSetDefault() {
	sanitize.SetDefault(sanitize.New(
		sanitize.WithHashKey([]byte("32 random bytes from your vault.")), // not from source code
		sanitize.NeverSend("internal_score"),
	))
	defer sanitize.SetDefault(nil) // for the other examples

	fmt.Println(sanitize.Attributes(map[string]any{"phone": "+1-555-0123", "internal_score": 17}))
	// Output: map[phone_hash:bba42d1edfbd3917]
}

func ExampleNew() {
	s := sanitize.New(
		sanitize.Allow("phone"),       // this service sends text messages
		sanitize.NeverSend("segment"), // and this is nobody's business
	)
	fmt.Println(s.Attributes(map[string]any{"phone": "+1-555-0123", "plan": "pro", "Segment": "b"}))
	// Output: map[phone:+1-555-0123 plan:pro]
}

func ExampleWithHashKey() {
	key := []byte("32 random bytes from your vault.") // not from source code
	s := sanitize.New(sanitize.WithHashKey(key))
	fmt.Println(s.Attributes(map[string]any{"phone": "+1-555-0123"}))
	// Output: map[phone_hash:bba42d1edfbd3917]
}

func ExampleNeverSend() {
	s := sanitize.New(sanitize.NeverSend("internal_score", "order.margin"))
	fmt.Println(s.Attributes(map[string]any{
		"plan":          "pro",
		"internalScore": 17,
		"order":         map[string]any{"total": 40, "margin": 12},
	}))
	// Output: map[order:map[total:40] plan:pro]
}

func ExampleHash() {
	s := sanitize.New(sanitize.Hash("employee_number"))
	fmt.Println(s.Attributes(map[string]any{"employeeNumber": 4711, "plan": "pro"}))
	// Output: map[employeeNumber_hash:de650d61f5bd166a plan:pro]
}

func ExampleAllow() {
	s := sanitize.New(sanitize.Allow("phone", "ssn")) // what nobody should receive cannot be allowed
	fmt.Println(s.Attributes(map[string]any{"phone": "+1-555-0123", "ssn": "900-00-0000"}))
	// Output: map[phone:+1-555-0123]
}

// The report of a request can be logged with the request's trace.
func ExampleSanitizer_WithContext() {
	type trace struct{}
	s := sanitize.New(sanitize.WithReport(func(ctx context.Context, r sanitize.Report) {
		fmt.Println(ctx.Value(trace{}), r.Changes[0])
	}))
	ctx := context.WithValue(context.Background(), trace{}, "request 7:")
	s.WithContext(ctx).Attributes(map[string]any{"ssn": "900-00-0000"})
	// Output: request 7: dropped ssn (government identifier)
}

func ExampleWithReport() {
	s := sanitize.New(sanitize.WithReport(func(_ context.Context, r sanitize.Report) {
		for _, change := range r.Changes {
			fmt.Println(change)
		}
	}))
	s.Attributes(map[string]any{"plan": "pro", "user": map[string]any{"password": "x", "ip": "192.0.2.17"}})
	// Output:
	// hashed user.ip (network address)
	// dropped user.password (authenticator)
}
