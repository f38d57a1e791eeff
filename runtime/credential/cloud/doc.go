// Package cloud opens credential sources by URL, so that where a key is kept is configuration and not code:
//
//	gcpsecretmanager://projects/my-project/secrets/cio-api-key
//	gcpsecretmanager://projects/my-project/secrets/cio-api-key/versions/7
//	gcpsecretmanager://projects/my-project/locations/europe-west3/secrets/cio-api-key
//	awsparamstore:///prod/customerio/api-key?region=eu-central-1
//	awssecretsmanager://prod/customerio?region=eu-central-1&field=api_key
//	awssecretsmanager:///arn:aws:secretsmanager:eu-central-1:123456789012:secret:customerio-AbCdEf?field=api_key
//	file:///run/secrets/cio-api-key
//	env://CIO_API_KEY
//
// The URLs name things as those of gocloud.dev/runtimevar do. A parameter with a path starts with a slash, hence three of them in
// awsparamstore:///prod/...
//
// Each scheme takes the parameter
//
//   - field: the secret is a JSON object, the key is this field of it (see [credential.Field]);
//
// the AWS schemes also
//
//   - region: the AWS region, else that of the environment or profile;
//   - profile: the profile of the shared configuration files;
//   - endpoint: the service's base URL, for a VPC endpoint or a local emulator;
//
// and file
//
//   - world_readable=allow: see [credential.AllowWorldReadable].
//
// A parameter that a scheme does not know is an error.
//
// # Always the current value
//
// Get asks the store each time and keeps nothing. That is what a rotation needs: after a refusal [credential.Rotating] looks for
// the new key within milliseconds, where a variable that polls every 30 s would still hand out the old one. It is also the
// reason for using the vendors' clients directly. So give a source to a Rotating instead of calling Get for each
// request: the vendors count and bill reads.
//
// Without a version, gcpsecretmanager reads "latest", awsparamstore the newest version (decrypted, when it is a
// SecureString) and awssecretsmanager the version with the stage AWSCURRENT. Line ends after the key are dropped: they come
// from `echo key | gcloud secrets versions add`.
//
// # Access
//
// The credentials of the program itself are found the way the vendors do: Application Default Credentials, and the
// default chain of the AWS SDK (environment, shared files, container, instance). It needs no more than
// secretmanager.versions.access on the secret; ssm:GetParameter and, for a SecureString under a key of your own, kms:Decrypt;
// secretsmanager:GetSecretValue. [Opener] takes other settings.
//
// # Errors
//
// A secret that does not exist is [credential.ErrNotSet], an empty one [credential.ErrEmpty], one that can be no key
// [credential.ErrMalformed]; the vendors' errors are wrapped (google.golang.org/grpc/status, github.com/aws/smithy-go.APIError). No error holds a value, nor a URL that
// could not be understood, because that may be a key put in the wrong place.
//
// Sources: https://cloud.google.com/secret-manager/docs/access-secret-version,
// https://cloud.google.com/secret-manager/docs/data-integrity (the checksum),
// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html,
// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html,
// https://gocloud.dev/howto/runtimevar/ (URLs).
package cloud
