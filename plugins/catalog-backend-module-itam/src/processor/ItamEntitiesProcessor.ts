import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  formatProblems,
  isItamKind,
  ITAM_API_VERSION,
  ITAM_KINDS,
  misplacedMoney,
  splitFinancials,
  validateItamEntity,
} from '@backstage-itam/plugin-itam-common';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import type { IncidentForwarder } from '../incidents/IncidentForwarder';
import type { DeclarationApi } from '../register/DeclarationClient';
import { RegisterUnavailableError } from '../register/errors';
import type { RegisterGate } from '../register/RegisterGate';
import type { RegisterState } from '../register/RegisterState';
import { claimsItamKind } from './claimsItamKind';
import { declarationOf, digestOf } from './declarationOf';
import { readLastDelivery, writeLastDelivery } from './deliveryCache';
import { emitRelations } from './emitRelations';
import { refreshKeysFor } from './refreshKeys';
import { withRevision } from './revisionAnnotation';

/** Location type of entities that the register itself publishes. */
const REGISTER_LOCATION_TYPE = 'itam';

/**
 * Brings assets, licences and contracts into the catalog.
 *
 * Validates them, emits their relations in both directions, delivers what a
 * file declares to the register and removes the financials, so that what the
 * catalog stores and shows holds no money. Delivering only stages the
 * declaration: it takes effect once the catalog shows the revision that this
 * processor writes on the entity, so previews and rejected entities change
 * nothing.
 */
export class ItamEntitiesProcessor implements CatalogProcessor {
  readonly #client: Pick<DeclarationApi, 'stage'>;
  readonly #gate: Pick<RegisterGate, 'deliver'>;
  readonly #state: RegisterState;
  readonly #incidents: Pick<IncidentForwarder, 'forget'>;
  readonly #today: () => string;

  constructor(options: {
    client: Pick<DeclarationApi, 'stage'>;
    gate: Pick<RegisterGate, 'deliver'>;
    state: RegisterState;
    incidents: Pick<IncidentForwarder, 'forget'>;
    /** The date on which dated owners and services are read, ISO. */
    today: () => string;
  }) {
    this.#client = options.client;
    this.#gate = options.gate;
    this.#state = options.state;
    this.#incidents = options.incidents;
    this.#today = options.today;
  }

  getProcessorName(): string {
    return 'ItamEntitiesProcessor';
  }

  /**
   * Late, so that what other processors add is part of the declaration and
   * what they refuse is not delivered.
   */
  getPriority(): number {
    return 1000;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!claimsItamKind(entity)) {
      return false;
    }
    const ref = stringifyEntityRef(entity);
    if (entity.apiVersion !== ITAM_API_VERSION || !isItamKind(entity.kind)) {
      throw new InputError(envelopeMessage(ref));
    }
    const problems = [...validateItamEntity(entity), ...misplacedMoney(entity)];
    if (problems.length > 0) {
      throw new InputError(formatProblems(ref, problems));
    }
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!claimsItamKind(entity)) {
      return entity;
    }
    for (const key of refreshKeysFor(stringifyEntityRef(entity))) {
      emit(processingResult.refresh(key));
    }
    emitRelations(entity, this.#today(), emit);
    const revision =
      location.type === REGISTER_LOCATION_TYPE
        ? undefined
        : await this.#deliver(entity, location, cache);
    return withRevision(splitFinancials(entity).publicEntity, revision);
  }

  /** Answers the revision, asking the register only when there is a reason. */
  async #deliver(
    entity: Entity,
    location: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<string> {
    const declaration = declarationOf(entity, location);
    const { ref } = declaration;
    const digest = digestOf(declaration);
    const last = await readLastDelivery(cache);
    const { epoch } = this.#state;
    const registerReplaced =
      last !== undefined && epoch !== undefined && last.epoch !== epoch;
    if (registerReplaced) {
      this.#state.noteOtherEpoch();
    }
    if (
      last?.digest === digest &&
      !registerReplaced &&
      !this.#state.isWanted(ref)
    ) {
      await writeLastDelivery(cache, last);
      return last.revision;
    }
    try {
      const receipt = await this.#gate.deliver(signal =>
        this.#client.stage(declaration, signal),
      );
      this.#state.noteDelivered(ref, receipt.epoch);
      this.#incidents.forget(ref);
      await writeLastDelivery(cache, { digest, ...receipt });
      return receipt.revision;
    } catch (error) {
      if (error instanceof RegisterUnavailableError) {
        this.#state.noteMissed({ ref, isNew: last === undefined });
      }
      throw error;
    }
  }
}

function envelopeMessage(ref: string): string {
  return `${ref}: an entity of this kind needs apiVersion ${ITAM_API_VERSION} and one of the kinds ${ITAM_KINDS.join(
    ', ',
  )}, written like that`;
}
