import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { withTexts } from '../translation/loadTexts';

const renewals = HomePageWidgetBlueprint.make({
  name: 'renewals',
  params: {
    name: 'ItamRenewals',
    title: 'Renewals ahead',
    description: 'What has to be renewed or given notice of within 90 days',
    layout: { height: { minRows: 4 }, width: { minColumns: 4 } },
    components: () =>
      withTexts(() => import('./RenewalsAhead')).then(module => ({
        Content: module.RenewalsAhead,
      })),
  },
});

const myAssets = HomePageWidgetBlueprint.make({
  name: 'my-assets',
  params: {
    name: 'ItamMyAssets',
    title: 'What I hold',
    description: 'Assets assigned to you, and licences you have a seat of',
    layout: { height: { minRows: 4 }, width: { minColumns: 4 } },
    components: () =>
      withTexts(() => import('./MyAssets')).then(module => ({
        Content: module.MyAssets,
      })),
  },
});

const teamSpend = HomePageWidgetBlueprint.make({
  name: 'team-spend',
  params: {
    name: 'ItamTeamSpend',
    title: "My teams' spend",
    description: 'What your teams own costs this month, and how that moved',
    layout: { height: { minRows: 4 }, width: { minColumns: 4 } },
    components: () =>
      withTexts(() => import('./TeamSpend')).then(module => ({
        Content: module.TeamSpend,
      })),
  },
});

/** Widgets for the home page of the plugin `home`. */
export const homeWidgets = [renewals, myAssets, teamSpend] as const;
