package cloud_test

import (
	"context"
	"fmt"
	"os"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/credential/cloud"
)

func Example() {
	ctx := context.Background()
	// What a deployment would set: gcpsecretmanager://projects/my-project/secrets/customerio in production, env:// at home.
	_ = os.Setenv("CIO_SECRET", `{"site_id": "site-1", "api_key": "some-key"}`)
	where := "env://CIO_SECRET"

	var pair []credential.Source
	for _, field := range []string{"site_id", "api_key"} {
		source, err := cloud.Open(ctx, where+"?field="+field)
		if err != nil {
			fmt.Println(err)
			return
		}
		defer func() { _ = source.Close() }()
		pair = append(pair, source)
	}
	auth, err := credential.NewRotating(ctx, credential.Config[credential.Authorization]{
		Sources: pair,
		Build:   credential.Basic,
		// Verify: credential.TrackVerifier{Region: credential.RegionEU}.Verify,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = auth.Close() }()
	fmt.Println(pair[1])
	// Output: field "api_key" of environment variable CIO_SECRET
}
