// Mode: always.

// Package placeholders writes texts that cannot be a key.
package placeholders

import (
	analytics "github.com/customerio/cdp-analytics-go"
	customerio "github.com/customerio/go-customerio/v3"
)

func empty() *customerio.CustomerIO {
	return customerio.NewTrackClient("", "")
}

func words() *customerio.CustomerIO {
	return customerio.NewTrackClient("YOUR SITE ID", "YOUR API KEY")
}

func wordsWithUnderscores() *customerio.CustomerIO {
	return customerio.NewTrackClient("YOUR_SITE_ID", "YOUR_API_KEY")
}

func angleBrackets() *customerio.APIClient {
	return customerio.NewAPIClient("<your-key-here>")
}

func crosses() *customerio.APIClient {
	return customerio.NewAPIClient("xxx")
}

func manyCrosses() *customerio.APIClient {
	return customerio.NewAPIClient("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
}

func changeMe() analytics.Client {
	return analytics.New("changeme")
}

func template() *customerio.APIClient {
	return customerio.NewAPIClient("${CUSTOMERIO_APP_KEY}")
}

const placeholder = "YOUR-WRITE-KEY"

func placeholderConstant() analytics.Client {
	return analytics.New(placeholder)
}

func placeholderField() *customerio.APIClient {
	return &customerio.APIClient{Key: "<app api key>"}
}

func keyBesideAPlaceholder() *customerio.CustomerIO {
	return customerio.NewTrackClient("YOUR SITE ID", "11aa22bb33cc44dd5507") // want `hardcoded track API key "11aa…" \(20 characters\) in customerio.NewTrackClient`
}
