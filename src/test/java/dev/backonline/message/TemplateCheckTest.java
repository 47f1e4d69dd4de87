package dev.backonline.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Mistakes in templates, each with its place. */
class TemplateCheckTest {
    private final TemplateCheck check = new TemplateCheck();

    @Test
    void a_good_template_has_no_flaw() {
        var flaws = check.check("{services}{#if workaround}: {workaround}{/if} {url}");

        assertThat(flaws).isEmpty();
    }

    @Test
    void an_unknown_variable_is_named_with_its_place_and_what_is_known() {
        var flaws = check.check("Problems with {services} {url}\nat {host}");

        assertThat(flaws)
                .containsExactly(new TemplateCheck.Flaw(
                        2,
                        4,
                        "names no public fact {host}; known: services, page, url, since, until, duration, nextUpdate,"
                                + " workaround, detail, title"));
    }

    @Test
    void a_template_cannot_reach_into_a_variable() {
        var flaws = check.check("{services.class} {url}");

        assertThat(flaws)
                .singleElement()
                .extracting(TemplateCheck.Flaw::message)
                .asString()
                .contains("{services.class}");
    }

    @Test
    void a_syntax_error_has_its_place() {
        var flaws = check.check("Problems {url} {#if workaround} oh");

        assertThat(flaws).singleElement().satisfies(flaw -> {
            assertThat(flaw.message()).startsWith("is no template: ");
            assertThat(flaw.line()).isEqualTo(1);
            assertThat(flaw.column()).isEqualTo(35);
        });
    }

    @Test
    void a_text_that_reads_the_same_at_every_outage_is_a_mistake() {
        var flaws = check.check("Problems with {services}");

        assertThat(flaws)
                .singleElement()
                .extracting(TemplateCheck.Flaw::message)
                .asString()
                .startsWith("names none of {url}, {since} and {until}");
    }
}
