package dev.backonline.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsWorkflowTest extends NetworkContract {
    private static final TeamsKind KIND = new TeamsKind();
    private static final String PATH = "/workflows/1/triggers/manual/paths/invoke?api-version=1&sv=1.0&sig=" + TOKEN;

    private static TeamsSettings settings(URI server, OnUnknown onUnknown) {
        return new TeamsSettings(new SecretAddress(server.resolve(PATH)), onUnknown);
    }

    @Override
    protected String type() {
        return "teams";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://flow.example.org"), OnUnknown.RESEND));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return KIND.create(settings(server, OnUnknown.RESEND), Outfit.of(wire));
    }

    @Override
    protected Reply yes() {
        return Reply.of(202, "");
    }

    @Override
    protected String echo() {
        return server().address() + PATH;
    }

    @Test
    void a_workflow_that_was_started_names_no_id() {
        assertThat(send(Posts.saying("Text"))).isEqualTo(new Outcome.AcceptedNoId());
        assertThat(server().last().target()).isEqualTo(PATH);
    }

    @ParameterizedTest
    @CsvSource({
        "404, WorkflowNotFound, TargetGone, create it anew",
        "404, WorkflowTriggerNotFound, TargetGone, create it anew",
        "400, WorkflowTriggerIsNotEnabled, AuthInvalid, switch it on",
        "401, DirectApiAuthorizationRequired, AuthInvalid, let anyone trigger",
        "400, TriggerInputSchemaMismatch, Rejected, template",
        "400, InvalidRequestContent, Rejected, will not take",
        "403, AuthorizationFailed, AuthInvalid, check the credentials",
        "429, WorkflowRunRateLimited, Throttled, too many",
        "502, NoResponse, Unknown, may have arrived",
        "504, WorkflowNotFound, Unknown, may have arrived",
    })
    void its_own_error_codes_are_understood(int status, String code, String outcome, String hint) {
        var body = "{\"error\":{\"code\":\"%s\",\"message\":\"The flow 'made up' is not.\"}}".formatted(code);

        var answer = answered(Reply.of(status, body));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(answer.toString()).contains(hint, "The flow 'made up' is not.");
    }

    @Test
    void an_address_can_be_followed_and_everything_else_is_words() {
        var card = Card.message("**See** https://status.example.org/a_b, now.\n\n# twice", Locale.ITALIAN);

        assertThat(card.at("/attachments/0/content/lang").asText()).isEqualTo("it");
        assertThat(card.at("/attachments/0/content/body").toString())
                .isEqualTo(
                        "[{'type':'RichTextBlock','inlines':[{'type':'TextRun','text':'**See** '},".replace('\'', '"')
                                + ("{'type':'TextRun','text':'https://status.example.org/a_b','selectAction':"
                                                + "{'type':'Action.OpenUrl','url':'https://status.example.org/a_b'}},")
                                        .replace('\'', '"')
                                + ("{'type':'TextRun','text':', now.'}]},"
                                                + "{'type':'RichTextBlock','inlines':[{'type':'TextRun','text':'# twice'}]}]")
                                        .replace('\'', '"'));
    }

    @Test
    void the_limit_counts_the_whole_message_in_bytes() {
        var measure = capabilities().limit().measure();

        assertThat(measure.of("é\"") - measure.of("")).isGreaterThan(8);
        assertThat(measure.of("x".repeat(13_000))).isLessThan(28_000);
    }

    @Test
    void the_operator_decides_what_happens_when_nobody_knows() {
        var capabilities = KIND.capabilities(settings(URI.create("https://flow.example.org"), OnUnknown.HOLD));

        assertThat(capabilities.repeat()).isEqualTo(new Repeat.Blind(OnUnknown.HOLD));
    }

    @ParameterizedTest
    @CsvSource({
        "https://harbour.webhook.office.com, 1",
        "https://default1.2.environment.api.powerplatform.com, 0",
        "https://prod-1.westeurope.logic.azure.com:443, 0",
        "https://with_underscore, 0",
    })
    void the_address_of_a_connector_is_a_mistake_that_does_not_show_it(URI server, int mistakes) {
        assertThat(KIND.mistakes(settings(server, OnUnknown.RESEND)))
                .hasSize(mistakes)
                .allMatch(mistake -> mistake.contains("retired") && !mistake.contains(TOKEN));
    }
}
