// Mode: always.

// Package flags reads keys from command line flags with and without a default.
package flags

import (
	"flag"
	"os"

	customerio "github.com/customerio/go-customerio/v3"
)

var appKey = flag.String("app-key", "00112233445566778899aabbccddee07", "App API key") // want `hardcoded App API key "0011…" \(32 characters\) in customerio.NewAPIClient`

func defaultIsTheKey() *customerio.APIClient {
	return customerio.NewAPIClient(*appKey)
}

var requiredKey = flag.String("required-key", "", "App API key")

func emptyDefault() *customerio.APIClient {
	return customerio.NewAPIClient(*requiredKey)
}

var environmentDefault = flag.String("env-key", os.Getenv("CUSTOMERIO_APP_KEY"), "App API key, 32 characters of hexadecimal")

func environmentAsTheDefault() *customerio.APIClient {
	return customerio.NewAPIClient(*environmentDefault)
}

func defaultOfAVariable(args []string) *customerio.CustomerIO {
	var key string
	fs := flag.NewFlagSet("send", flag.ExitOnError)
	fs.StringVar(&key, "key", "11aa22bb33cc44dd550e", "track API key") // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.NewTrackClient`
	fs.Parse(args)
	return customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), key)
}

func emptyDefaultOfAVariable(args []string) *customerio.CustomerIO {
	var key string
	fs := flag.NewFlagSet("send", flag.ExitOnError)
	fs.StringVar(&key, "key", "", "track API key")
	fs.Parse(args)
	return customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), key)
}

func defaultOfALocalFlag() *customerio.CustomerIO {
	site := flag.String("site", "0a1b2c3d4e5f60718215", "site ID") // want `hardcoded site ID "0a1b…" \(20 characters\) in customerio.NewTrackClient`
	flag.Parse()
	return customerio.NewTrackClient(*site, os.Getenv("CUSTOMERIO_API_KEY"))
}

func placeholderAsTheDefault() *customerio.CustomerIO {
	site := flag.String("site-id", "YOUR SITE ID", "site ID")
	flag.Parse()
	return customerio.NewTrackClient(*site, os.Getenv("CUSTOMERIO_API_KEY"))
}

func firstArgument() *customerio.APIClient {
	return customerio.NewAPIClient(flag.Arg(0))
}
