package dev.sextant.infra.state;

import dev.sextant.infra.settings.DeskSettings;
import java.util.List;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnRule;
import software.amazon.awscdk.CfnRuleAssertion;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;

/**
 * Keeps a stack in the region it is meant for. Stacks name no account and region of their own, so that they can be
 * synthesised without asking AWS; a rule in the template refuses every other region before anything is created.
 */
public final class RightRegion {

    private RightRegion() {}

    /** Adds the rule, and a warning where Binance won't answer. */
    public static void guard(Stack stack, DeskSettings settings) {
        CfnRule.Builder.create(stack, "RightRegion")
                .assertions(List.of(CfnRuleAssertion.builder()
                        .assertValue(Fn.conditionEquals(Aws.REGION, settings.region()))
                        .assertDescription("this desk was synthesised for " + settings.region()
                                + "; set AWS_REGION, or synthesise with -c sextant:region=…")
                        .build()))
                .build();
        settings.refusedCountry()
                .ifPresent(country -> Annotations.of(stack)
                        .addWarningV2(
                                "sextant:refused-region",
                                settings.region() + " is in " + country
                                        + ": Binance answers 451 from there, and the ingest will say so at its start"));
    }
}
