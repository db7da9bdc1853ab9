import type { KnowledgeFile } from "../model/knowledge-file.js";
import { senseOf } from "./claim-sense.js";
import { type ExportFormat, known } from "./export-format.js";
import { codesOf, type EntityItem, type Identifiers, identifiersOf, sameAs } from "./identifiers.js";
import { contentText, schemaType } from "./schema-types.js";

type Quote = KnowledgeFile["quotes"][number];
type Claim = KnowledgeFile["claims"][number];

/**
 * schema.org JSON-LD: one graph of a NewsArticle, what it mentions, its Quotations and its Claims. A Quotation's
 * `spokenByCharacter` is the resolved speaker; `creditText` the source's words, so that an unresolved one is not lost. A
 * Claim's `author` is who makes it: nobody but its article stands behind one without.
 */
export const schemaOrg: ExportFormat = {
  name: "schema-org",
  extension: "schema-org.jsonld",
  needsText: false,
  convert: (file, options) => {
    const names = identifiersOf(file, options);
    return [
      {
        "@context": "https://schema.org",
        "@graph": [
          articleNode(file, names),
          ...file.entities.map((entity) => entityNode(entity, names)),
          ...file.quotes.map((quote) => quoteNode(quote, names)),
          ...file.claims.map((claim) => claimNode(claim, file, names)),
        ],
      },
    ];
  },
};

const reference = (iri: string) => ({ "@id": iri });

function articleNode({ article, entities, quotes }: KnowledgeFile, names: Identifiers): object {
  return known({
    "@type": "NewsArticle",
    "@id": names.article,
    identifier: article.id,
    url: article.url,
    headline: article.title,
    datePublished: article.published,
    inLanguage: article.language === "und" ? null : article.language,
    author: article.bylines.map(({ name, email }) => known({ "@type": "Person", name, email })),
    publisher: article.source === null ? null : { "@type": "Organization", name: article.source },
    locationCreated: article.dateline?.place ? { "@type": "Place", name: article.dateline.place } : null,
    about: (article.focus ?? []).map(({ country }) => ({ "@type": "Country", identifier: country })),
    mentions: entities.map(({ id }) => reference(names.item(id))),
    hasPart: quotes.map(({ id }) => reference(names.item(id))),
    articleBody: article.text,
  });
}

function entityNode(entity: EntityItem, names: Identifiers): object {
  const { id, type, name, aliases, roles, anonymous, location } = entity;
  const hasPoint = location?.lat !== undefined && location.lon !== undefined;
  return known({
    "@type": schemaType(entity),
    "@id": names.item(id),
    ...(anonymous ? { description: name } : { name }), // a source that is kept nameless has no name
    alternateName: aliases,
    ...(type === "person" ? { jobTitle: roles } : { disambiguatingDescription: roles[0] }),
    sameAs: sameAs(entity),
    identifier: codesOf(entity).map((code) => ({ "@type": "PropertyValue", propertyID: code.scheme, value: code.id })),
    ...(type === "place" && hasPoint
      ? { geo: { "@type": "GeoCoordinates", latitude: location.lat, longitude: location.lon } }
      : {}),
  });
}

function quoteNode(quote: Quote, names: Identifiers): object {
  const speaker = quote.speaker.status === "resolved" ? reference(names.item(quote.speaker.entity)) : null;
  return known({
    "@type": "Quotation",
    "@id": names.item(quote.id),
    text: contentText(quote),
    spokenByCharacter: speaker,
    creditText: quote.source.map(({ text }) => text).join(" ") || null,
    audience: quote.addressee ? { "@type": "Audience", name: quote.addressee.text } : null,
    keywords: [quote.kind, quote.attitude, quote.cueClass, quote.presentedAs].filter(isThere),
    isPartOf: reference(names.article),
    isBasedOn: quote.via === undefined ? null : reference(names.item(quote.via)),
  });
}

function claimNode(claim: Claim, file: KnowledgeFile, names: Identifiers): object {
  const quote = file.quotes.find(({ id }) => id === claim.assertedBy);
  const author = quote?.speaker.status === "resolved" ? quote.speaker.entity : quote ? undefined : claim.assertedBy;
  const time = file.times.find(({ id }) => id === claim.time);
  const about = [claim.subject, ...claim.arguments].flatMap((part) => part?.entity ?? []);
  return known({
    "@type": "Claim",
    "@id": names.item(claim.id),
    text: claim.text,
    author: author === undefined || author === "article" ? null : reference(names.item(author)),
    appearance: reference(names.article),
    isPartOf: quote ? reference(names.item(quote.id)) : null,
    about: [...new Set(about)].map((id) => reference(names.item(id))),
    temporalCoverage: time?.from === undefined ? null : [time.from, time.to ?? time.from].join("/"),
    spatialCoverage: claim.place === undefined ? null : reference(names.item(claim.place)),
    keywords: [...senseOf(claim, file), claim.relation?.type].filter(isThere),
  });
}

const isThere = (text: string | undefined): text is string => text !== undefined;
