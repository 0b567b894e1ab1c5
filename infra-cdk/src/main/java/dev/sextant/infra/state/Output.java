package dev.sextant.infra.state;

import software.amazon.awscdk.CfnOutput;
import software.constructs.Construct;

/** What a stack tells whoever deployed it, under a name that people and scripts can use. */
public final class Output {

    private Output() {}

    public static void of(Construct scope, String name, String description, String value) {
        CfnOutput output = CfnOutput.Builder.create(scope, name)
                .description(description)
                .value(value)
                .build();
        output.overrideLogicalId(name);
    }
}
