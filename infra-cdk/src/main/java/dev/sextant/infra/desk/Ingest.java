package dev.sextant.infra.desk;

import dev.sextant.infra.artifact.Artifacts;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.DatabaseRole;
import dev.sextant.infra.state.Log;
import dev.sextant.infra.state.StateStack;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.ecs.AssetImageProps;
import software.amazon.awscdk.services.ecs.AvailabilityZoneRebalancing;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargatePlatformVersion;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The container that listens to the exchange: one task with a public address of its own, so that no gateway is paid for,
 * and with nothing listening on it.
 */
public final class Ingest extends Construct {

    private static final int CPU = 512;
    private static final int MEMORY_MB = 1024;
    private static final int HTTPS = 443;
    private static final String SCRATCH = "scratch";
    /** The ingest drains within ten seconds. */
    private static final Duration DRAINS_WITHIN = Duration.seconds(30);

    public Ingest(Construct scope, DeskSettings settings, Artifacts artifacts, StateStack state) {
        super(scope, "Ingest");
        FargateTaskDefinition task = task();
        container(task, settings, artifacts, state);
        List.of(
                        Permissions.putRecords(
                                state.streams().market(), state.streams().decisions()),
                        Permissions.encryptWith(state.keys().data()),
                        Permissions.runStatements(state.database().cluster()),
                        Permissions.readSecret(state.database().login(DatabaseRole.INGEST)),
                        Permissions.decryptWith(state.keys().data()))
                .forEach(task::addToTaskRolePolicy);
        service(task, settings, state);
    }

    private FargateTaskDefinition task() {
        return FargateTaskDefinition.Builder.create(this, "Task")
                .cpu(CPU)
                .memoryLimitMiB(MEMORY_MB)
                // The same jars; a fifth cheaper than x86.
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CpuArchitecture.ARM64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                        .build())
                .volumes(List.of(Volume.builder().name(SCRATCH).build()))
                .build();
    }

    private void container(FargateTaskDefinition task, DeskSettings settings, Artifacts artifacts, StateStack state) {
        LogGroup log =
                Log.of(this, "/" + settings.prefix() + "/ingest", state.keys().data());
        ContainerDefinition container = task.addContainer(
                "ingest",
                ContainerDefinitionOptions.builder()
                        .image(ContainerImage.fromAsset(
                                artifacts.ingestImage(),
                                AssetImageProps.builder()
                                        .platform(Platform.LINUX_ARM64)
                                        .build()))
                        .environment(new Environments(settings, state).ofIngest())
                        .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                                .logGroup(log)
                                .streamPrefix("ingest")
                                .build()))
                        .readonlyRootFilesystem(true)
                        .stopTimeout(DRAINS_WITHIN)
                        .build());
        // The SDK's native library unpacks itself there, and the spill lies below it: 20 GB, as long as the task lives.
        container.addMountPoints(MountPoint.builder()
                .sourceVolume(SCRATCH)
                .containerPath("/tmp")
                .readOnly(false)
                .build());
    }

    private void service(FargateTaskDefinition task, DeskSettings settings, StateStack state) {
        Cluster cluster = Cluster.Builder.create(this, "Cluster")
                .clusterName(settings.prefix())
                .vpc(state.network().vpc())
                // The ingest tells of itself; these would cost more than the task's share of it.
                .containerInsightsV2(ContainerInsights.DISABLED)
                .build();
        SecurityGroup onlyOut = SecurityGroup.Builder.create(this, "OnlyOut")
                .vpc(state.network().vpc())
                .description("HTTPS and WebSockets out, nothing in")
                .allowAllOutbound(false)
                .build();
        onlyOut.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "The exchanges and AWS");
        FargateService.Builder.create(this, "Service")
                .cluster(cluster)
                .serviceName("ingest")
                .taskDefinition(task)
                .desiredCount(settings.running() ? 1 : 0)
                // The new one reads before the old one ends, so that nothing is missed. Consumers listen to the newer
                // epoch, and the lease lets one of them tell the time.
                .minHealthyPercent(100)
                .maxHealthyPercent(200)
                .availabilityZoneRebalancing(AvailabilityZoneRebalancing.DISABLED)
                .circuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .platformVersion(FargatePlatformVersion.LATEST)
                .assignPublicIp(true)
                .vpcSubnets(
                        SubnetSelection.builder().subnetType(SubnetType.PUBLIC).build())
                .securityGroups(List.of(onlyOut))
                .build();
    }
}
