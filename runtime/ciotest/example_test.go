package ciotest_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
	"github.com/ciolint/ciolint/runtime/webhook"
)

// signUp stands for code of yours that uses some client of Customer.io.
func signUp(client *http.Client, siteID, apiKey, id string) error {
	body := bytes.NewReader([]byte(`{"plan":"pro"}`))
	r, err := http.NewRequest(http.MethodPut, "https://track.customer.io/api/v1/customers/"+id, body)
	if err != nil {
		return err
	}
	r.SetBasicAuth(siteID, apiKey)
	resp, err := client.Do(r)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}

func Example() {
	workspace := ciotest.New()
	defer workspace.Close()

	// The code under test calls the real hosts and reaches the workspace.
	err := signUp(workspace.Client(), workspace.SiteID, workspace.APIKey, "user_1")
	person, ok := workspace.Person("user_1")
	fmt.Println(err, ok, person.Attributes)
	// Output: <nil> true map[plan:pro]
}

func ExampleScript() {
	workspace := ciotest.New()
	defer workspace.Close()
	workspace.AddPerson(ciotest.Person{ID: "user_1"})

	// The first deletion is answered by a proxy's page, the second is done and its answer lost.
	workspace.SetFault(ciotest.On("delete", ciotest.Script(
		ciotest.Fault{Kind: ciotest.Refuse, Status: 200, Body: "<html>back soon</html>"},
		ciotest.Fault{Kind: ciotest.LoseReply},
	)))
	eraser, err := erasure.New(credential.RegionUS, credential.Static(workspace.SiteID), credential.Static(workspace.APIKey),
		erasure.WithHTTPClient(workspace.Client()), erasure.WithRetry(erasure.Retry{BaseDelay: 1}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(eraser.Erase(context.Background(), "user_1"))
	for _, call := range workspace.Calls() {
		fmt.Println(call.Action, call.Status, call.Applied)
	}
	// Output:
	// <nil>
	// suppress 200 true
	// delete 200 false
	// delete 0 true
	// delete 200 true
}

func ExampleWorkspace_SetRateLimit() {
	workspace := ciotest.New()
	defer workspace.Close()
	workspace.SetRateLimit(1, true)
	for range 2 {
		fmt.Println(signUp(workspace.Client(), workspace.SiteID, workspace.APIKey, "user_1"))
	}
	// Output:
	// <nil>
	// status 429
}

func ExampleWorkspace_Forgeries() {
	workspace := ciotest.New()
	defer workspace.Close()

	// The handler under test.
	verifier, err := webhook.NewVerifier(workspace.SigningKey)
	if err != nil {
		fmt.Println(err)
		return
	}
	handler := verifier.Handler(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		event, _ := webhook.ParseEvent(body)
		fmt.Println("handled:", event.ObjectType, event.Metric)
	}))

	body := ciotest.EventBody("email", "bounced", ciotest.Person{ID: "user_1"}, nil)
	good, err := workspace.Delivery("https://example.com/customerio", body)
	if err != nil {
		fmt.Println(err)
		return
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, good)
	fmt.Println(w.Code)

	forgeries, err := workspace.Forgeries("https://example.com/customerio", body)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, forgery := range forgeries[:3] {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, forgery.Request)
		fmt.Println(forgery.Name, w.Code)
	}
	// Output:
	// handled: email bounced
	// 200
	// not signed 401
	// without a timestamp 401
	// without a signature 401
}
