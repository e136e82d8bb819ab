/** Artifacts: the files that a node refers to. What else an ArtifactPackage holds is kept as it is. */

import type { Attachment } from "../model/case.ts";
import { type XmlOut, xml } from "../xml/print.ts";
import { childrenNamed, type XmlElement } from "../xml/tree.ts";
import { classOf } from "./classes.ts";
import { ownArtifactPackage, type SacmArtifact, type SacmTag } from "./items.ts";
import { nameIn } from "./lang-texts.ts";
import type { References } from "./references.ts";
import { tagElement, tagOf } from "./tags.ts";

/** The names under which dialects have the reference of a node to its artifacts; the first is SACM 2.3's. */
const artifactReferences = ["referencedArtifactElement", "referencedArtifact"] as const;

/** Every artifact in some packages by its id. */
export function artifactsIn(
  packages: readonly XmlElement[],
  references: References,
): ReadonlyMap<string, SacmArtifact> {
  const found = new Map<string, SacmArtifact>();
  const work = [...packages];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (classOf(next) === "Artifact") {
      const artifact = artifactOf(next, references);
      found.set(artifact.id, artifact);
    } else work.push(...next.elements);
  }
  return found;
}

function artifactOf(element: XmlElement, references: References): SacmArtifact {
  const name = nameIn(element, references)[0]?.content;
  const tags = childrenNamed(element, "taggedValue").map((child) => tagOf(child, references));
  return {
    id: references.idOf(element),
    ...(name === undefined ? {} : { name }),
    tags: tags.filter((tag) => tag !== undefined),
  };
}

export function isOwnPackage(element: XmlElement, references: References): boolean {
  return classOf(element) === "ArtifactPackage" && references.idOf(element) === ownArtifactPackage;
}

export function ownArtifactsIn(element: XmlElement, references: References): readonly SacmArtifact[] {
  return element.elements.flatMap((child) => (classOf(child) === "Artifact" ? [artifactOf(child, references)] : []));
}

const parts = ["digest", "mediaType", "url"] as const;

export function attachmentOf({ id, name, tags }: SacmArtifact): Attachment {
  const said = parts.flatMap((part) => {
    const tag = tags.find(({ key, isJson }) => key === part && !isJson);
    return tag === undefined ? [] : [[part, tag.content] as const];
  });
  return { name: name ?? id, ...Object.fromEntries(said) };
}

export function artifactOfAttachment(attachment: Attachment, id: string): SacmArtifact {
  const tags = parts.flatMap((part): readonly SacmTag[] => {
    const content = attachment[part];
    return content === undefined ? [] : [{ key: part, content, isJson: false }];
  });
  return { id, name: attachment.name, tags };
}

/** The ids that a node's kept attributes refer to. */
export function referencedIds(attributes: ReadonlyMap<string, string>): readonly string[] {
  return artifactReferences.flatMap((name) => (attributes.get(name) ?? "").split(/[\s#]+/).filter((id) => id !== ""));
}

export function ownPackageElement(artifacts: readonly SacmArtifact[]): XmlOut | undefined {
  if (artifacts.length === 0) return undefined;
  return xml(
    "artifactPackage",
    { "xmi:id": ownArtifactPackage },
    artifacts.map(({ id, name, tags }) =>
      xml("artifactElement", { "xsi:type": "artifact_:Artifact", "xmi:id": id }, [
        xml("name", { content: name }),
        ...tags.map(tagElement),
      ]),
    ),
  );
}
