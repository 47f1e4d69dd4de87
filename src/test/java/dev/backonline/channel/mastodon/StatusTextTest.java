package dev.backonline.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTextTest {
    private static final String TEXT =
            "Problems with \"Photos\" & <more> at status.example.org.\nWe're on it: https://status.example.org/incidents/k3xw9b2m4q7z";

    @Test
    void what_mastodon_makes_of_a_text_is_that_text() {
        assertThat(new StatusText(TEXT).isIn(FakeMastodon.html(TEXT))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a link that is shown short
                "Problems with &quot;Photos&quot; &amp; &lt;more&gt; at status.example.org.<br>We&#39;re on it: "
                        + "<a href=\"https://status.example.org/incidents/k3xw9b2m4q7z\">status.example.org/inc…</a>",
                // a link that was none, other entities, other spaces
                "<p>Problems  with &#34;Photos&#x22; &amp; &lt;more&gt; at&nbsp;<a href='x' href=\"http://status.example.org\">"
                        + "status.example.org</a>.</p>\n<p>We&apos;re on it: https://status.example.org/incidents/k3xw9b2m4q7z</p>",
            })
    void what_other_servers_make_of_it_is_it_too(String html) {
        assertThat(new StatusText(TEXT).isIn(html)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>Problems with Photos</p>",
                "<p>Problems with &quot;Photos&quot; &amp; &lt;more&gt; at status.example.org.<br>We&#39;re on it: "
                        + "<a href=\"https://status.example.org/incidents/other\">status.example.org/inc…</a></p>",
            })
    void another_text_is_not(String html) {
        assertThat(new StatusText(TEXT).isIn(html)).isFalse();
    }

    @Test
    void joiners_that_a_server_drops_are_not_missed() {
        var neutral = MastodonText.neutral("Call @you about #tag");

        assertThat(new StatusText("Call @you about #tag").isIn("<p>" + neutral + "</p>"))
                .isTrue();
        assertThat(new StatusText("Call @you about #tag").isIn("<p>Call @you about #tag</p>"))
                .isTrue();
    }

    @Test
    void broken_entities_are_left_as_they_are() {
        assertThat(new StatusText("a &bogus; b").isIn("<p>a &bogus; b</p>")).isTrue();
        assertThat(new StatusText("a &#9999999; b").isIn("<p>a &#9999999; b</p>"))
                .isTrue();
    }
}
