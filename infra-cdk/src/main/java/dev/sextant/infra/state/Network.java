package dev.sextant.infra.state;

import dev.sextant.infra.settings.DeskSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.CfnEIP;
import software.amazon.awscdk.services.ec2.NatGatewayProps;
import software.amazon.awscdk.services.ec2.NatProvider;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/**
 * A network that nothing can enter: the ingest in public subnets, the database in isolated ones. With secure egress
 * there are subnets that leave through one gateway with a fixed address, the one the exchange's keys are tied to.
 */
public final class Network extends Construct {

    private static final int ZONES = 2;
    private static final int SUBNET_BITS = 24;

    private final Vpc vpc;
    private final @Nullable CfnEIP fixedAddress;

    Network(Construct scope, DeskSettings settings) {
        super(scope, "Network");
        this.fixedAddress = settings.secureEgress() ? address() : null;
        List<SubnetConfiguration> subnets = new ArrayList<>(
                List.of(subnets("public", SubnetType.PUBLIC), subnets("database", SubnetType.PRIVATE_ISOLATED)));
        Vpc.Builder builder = Vpc.Builder.create(this, "Vpc")
                .maxAzs(ZONES)
                // Nobody uses the default group; emptying it would take a helper function with rights on every group.
                .restrictDefaultSecurityGroup(false);
        if (fixedAddress == null) {
            builder.natGateways(0);
        } else {
            subnets.add(subnets("egress", SubnetType.PRIVATE_WITH_EGRESS));
            builder.natGateways(1)
                    .natGatewayProvider(NatProvider.gateway(NatGatewayProps.builder()
                            .eipAllocationIds(List.of(fixedAddress.getAttrAllocationId()))
                            .build()));
        }
        this.vpc = builder.subnetConfiguration(subnets).build();
    }

    /** Kept when the stack goes: the exchange's allow-list names it. */
    private CfnEIP address() {
        CfnEIP address =
                CfnEIP.Builder.create(this, "FixedAddress").domain("vpc").build();
        address.applyRemovalPolicy(RemovalPolicy.RETAIN);
        Output.of(
                this,
                "ExchangeSees",
                "The address to put on the allow-list of the exchange's keys",
                address.getAttrPublicIp());
        return address;
    }

    private static SubnetConfiguration subnets(String name, SubnetType type) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(type)
                .cidrMask(SUBNET_BITS)
                .mapPublicIpOnLaunch(type == SubnetType.PUBLIC ? false : null)
                .build();
    }

    public Vpc vpc() {
        return vpc;
    }

    static SubnetSelection database() {
        return SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();
    }

    /** Where functions that sign run, when they leave through the fixed address. */
    public Optional<SubnetSelection> egress() {
        return Optional.ofNullable(fixedAddress)
                .map(_ -> SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .build());
    }
}
