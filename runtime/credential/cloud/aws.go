package cloud

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/smithy-go"

	"github.com/ciolint/ciolint/runtime/credential"
)

var awsParameters = []string{"region", "profile", "endpoint"}

// awsConfig is the default one with what the URL and the Opener say instead.
func (o Opener) awsConfig(ctx context.Context, u *url.URL) (aws.Config, error) {
	query := u.Query()
	var options []func(*config.LoadOptions) error
	if region := query.Get("region"); region != "" {
		options = append(options, config.WithRegion(region))
	}
	if profile := query.Get("profile"); profile != "" {
		options = append(options, config.WithSharedConfigProfile(profile))
	}
	if endpoint := query.Get("endpoint"); endpoint != "" {
		options = append(options, config.WithBaseEndpoint(endpoint))
	}
	c, err := config.LoadDefaultConfig(ctx, append(options, o.AWS...)...)
	if err != nil {
		return c, err
	}
	if c.Region == "" {
		return c, errors.New("no AWS region: add the parameter region or set AWS_REGION")
	}
	return c, nil
}

func (o Opener) openParameter(ctx context.Context, u *url.URL) (*Source, error) {
	parameter := secretName(u)
	if parameter == "" {
		return nil, errors.New("expected awsparamstore://NAME or awsparamstore:///PATH/NAME")
	}
	c, err := o.awsConfig(ctx, u)
	if err != nil {
		return nil, err
	}
	client, name := ssm.NewFromConfig(c), "AWS parameter "+arn(parameter)
	return local(func(ctx context.Context) (string, error) {
		answer, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String(arn(parameter)), WithDecryption: aws.Bool(true)})
		if err != nil {
			return "", awsError(name, err)
		}
		if answer.Parameter == nil {
			return "", fmt.Errorf("%s: %w", name, credential.ErrEmpty)
		}
		return trimNewline(aws.ToString(answer.Parameter.Value)), nil
	}, name), nil
}

func (o Opener) openSecret(ctx context.Context, u *url.URL) (*Source, error) {
	secret := secretName(u)
	if secret == "" {
		return nil, errors.New("expected awssecretsmanager://NAME or awssecretsmanager:///ARN")
	}
	c, err := o.awsConfig(ctx, u)
	if err != nil {
		return nil, err
	}
	client, name := secretsmanager.NewFromConfig(c), "AWS secret "+arn(secret)
	return local(func(ctx context.Context) (string, error) {
		answer, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String(arn(secret))})
		if err != nil {
			return "", awsError(name, err)
		}
		if answer.SecretString == nil {
			return trimNewline(string(answer.SecretBinary)), nil
		}
		return trimNewline(*answer.SecretString), nil
	}, name), nil
}

// arn drops the slash that a URL needs before an Amazon Resource Name, whose colons no host can have.
func arn(name string) string {
	if strings.HasPrefix(name, "/arn:") {
		return name[1:]
	}
	return name
}

func awsError(name string, err error) error {
	var answer smithy.APIError
	if errors.As(err, &answer) {
		switch answer.ErrorCode() {
		case "ParameterNotFound", "ParameterVersionNotFound", "ResourceNotFoundException":
			return fmt.Errorf("%s: %w: %w", name, credential.ErrNotSet, err)
		}
	}
	return fmt.Errorf("%s: %w", name, err)
}
